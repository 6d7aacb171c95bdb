/* Pages as people use them: Chromium at three widths, in both letter sizes, with and without
   JavaScript, by keyboard, on paper; axe-core on every kind of page, html-validate on all pages.
     node tests/browser.js SITE-FOLDER [CHROMIUM] */
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const site = path.resolve(process.argv[2]);
const executablePath = process.argv[3] || "/usr/bin/chromium";
let passed = 0;
let failed = 0;
function check(what, ok, why) {
  if (ok) { passed++; return; }
  failed++;
  console.log("not ok " + what + (why === undefined ? "" : ": " + why));
}

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
const server = http.createServer((q, r) => {
  const file = path.join(site, decodeURIComponent(new URL(q.url, "http://x").pathname));
  fs.readFile(file, (e, bytes) => {
    r.writeHead(e ? 404 : 200, { "Content-Type": types[path.extname(file)] || "application/octet-stream" });
    r.end(e ? "" : bytes);
  });
});

/* One page of each kind. */
function kinds() {
  const have = ["index.html", "404.html", "search.html", "yuanjiang/index.html", "yuanjiang/002036001001.html", "yuanjiang/notice.html",
    "ningxiang/index.html", "ningxiang/levels.html", "ningxiang/002036008001.html", "pingdingshan/list.html", "ningxia/list.html",
    "xinjiang/index.html", "xinjiang/disclosure.html", "xinjiang/item-1.html"].filter((f) => fs.existsSync(path.join(site, f)));
  const forms = path.join(site, "yuanjiang/forms");
  const form = fs.readdirSync(forms).find((f) => f.endsWith(".html"));
  return have.concat(form ? ["yuanjiang/forms/" + form] : []);
}

async function withPage(browser, options, url, act) {
  const { large, ...context } = options;
  const c = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
  const p = await c.newPage();
  const errors = [];
  p.on("console", (m) => { if (m.type() === "error" && !/favicon/.test(m.location().url)) errors.push(m.text()); });
  p.on("pageerror", (e) => errors.push(String(e)));
  if (large) await p.addInitScript(() => { try { localStorage.setItem("mulu-large", "1"); } catch (e) { /* none */ } });
  await p.goto(url);
  await act(p, errors);
  await c.close();
}

async function lookAt(browser, base, page, width, large) {
  const what = page + " at " + width + (large ? ", large" : "");
  await withPage(browser, { viewport: { width, height: 900 }, large, bypassCSP: true }, base + page, async (p) => {
    const over = await p.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(what + " fits", over <= 0, over + " px too wide");
    if (width === 768) return;
    await p.evaluate(axe);
    const found = await p.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    check(what + " axe", found.violations.length === 0,
      found.violations.map((v) => v.id + " ×" + v.nodes.length + " " + v.nodes[0].target).join("; "));
    const small = await p.evaluate((least) => Array.from(document.querySelectorAll("button, select, summary, .tick label"))
      .filter((e) => e.offsetParent && e.getBoundingClientRect().height < least).length, large ? 60 : 44);
    check(what + " targets", small === 0, small + " too small");
  });
}

async function useIt(browser, base) {
  await withPage(browser, {}, base + "yuanjiang/002036001001.html", async (p, errors) => {
    check("no complaint of the browser", errors.length === 0, errors.join("; "));
    const tick = p.locator(".tick input").first();
    await p.locator(".tick label").first().click();
    check("a material can be ticked", await tick.isChecked());
    await p.keyboard.press("Control+Home");
  });
  await withPage(browser, {}, base + "yuanjiang/002036001001.html", async (p) => {
    await p.keyboard.press("Tab");
    check("the first stop is the way to the text", (await p.evaluate(() => document.activeElement.className)) === "skip");
    await p.keyboard.press("Enter");
    check("it leads there", (await p.evaluate(() => location.hash)) === "#main");
    let seen = false;
    for (let i = 0; i < 12 && !seen; i++) {
      await p.keyboard.press("Tab");
      seen = await p.evaluate(() => document.activeElement.matches("[data-large]") || !!document.activeElement.closest("main"));
    }
    check("tabbing goes on into the page", seen);
  });
  await withPage(browser, {}, base + "index.html", async (p) => {
    const button = p.locator("[data-large]");
    const before = await p.evaluate(() => getComputedStyle(document.body).fontSize);
    await button.focus();
    await p.keyboard.press("Enter");
    const after = await p.evaluate(() => getComputedStyle(document.body).fontSize);
    check("large letters by keyboard", parseFloat(after) >= 1.35 * parseFloat(before), before + " → " + after);
    check("the button says so", (await button.getAttribute("aria-pressed")) === "true");
    await p.goto(base + "yuanjiang/index.html");
    check("remembered on other pages", (await p.evaluate(() => document.documentElement.className)).includes("large"));
    await p.locator("[data-large]").click();
    await p.reload();
    check("and put back", !(await p.evaluate(() => document.documentElement.className)).includes("large"));
  });
  await withPage(browser, {}, base + "ningxiang/index.html", async (p) => {
    const all = await p.locator("[data-filter]").count();
    const shown = () => p.locator("[data-filter]:visible").count();
    check("all items at first", (await shown()) === all, await shown());
    await p.selectOption("select[name=level]", { index: 3 });
    const some = await shown();
    check("the level filter parts them", some > 0 && some < all, some + " of " + all);
    check("and counts them", (await p.locator(".filters [role=status]").textContent()).includes(String(some)));
    await p.locator(".filters button").click();
    await p.waitForTimeout(50);
    check("all again", (await shown()) === all);
  });
  await withPage(browser, { javaScriptEnabled: false }, base + "ningxiang/index.html", async (p) => {
    check("without JavaScript: no dead filter", !(await p.locator(".filters").isVisible()));
    check("without JavaScript: no dead button", !(await p.locator("[data-large]").isVisible()));
    check("without JavaScript: every item", (await p.locator("[data-filter]:visible").count()) === (await p.locator("[data-filter]").count()));
    await p.locator("[data-filter] a").first().click();
    check("without JavaScript: links lead on", (await p.locator("h1").count()) === 1);
  });
}

async function printIt(browser, base) {
  await withPage(browser, {}, base + "yuanjiang/002036001001.html", async (p) => {
    await p.emulateMedia({ media: "print" });
    for (const gone of ["header.site nav", ".tools", "footer.site", ".side", ".chart", "details"])
      check("on paper no " + gone, (await p.locator(gone + ":visible").count()) === 0);
    check("on paper the materials", (await p.locator("#materials:visible").count()) === 1);
    const pdf = await p.pdf({ format: "A4", preferCSSPageSize: true });
    const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) || []).length;
    check("an item is one sheet", pages === 1, pages + " pages");
  });
}

async function validate() {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "no-trailing-whitespace": "off", "long-title": "off", "no-inline-style": "error", "svg-focusable": "off" },
  });
  const pages = [];
  (function walk(folder) {
    for (const e of fs.readdirSync(folder, { withFileTypes: true })) {
      const f = path.join(folder, e.name);
      if (e.isDirectory()) walk(f);
      else if (f.endsWith(".html")) pages.push(f);
    }
  })(site);
  let shown = 0;
  for (const f of pages) {
    const report = await validator.validateFile(f);
    const list = report.results.flatMap((r) => r.messages);
    if (list.length && shown++ < 5) console.log(path.relative(site, f) + ": " + list.slice(0, 3).map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`).join("; "));
    check("valid " + path.relative(site, f), list.length === 0, list.length);
  }
}

(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const base = "http://127.0.0.1:" + server.address().port + "/";
  await validate();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  for (const page of kinds())
    for (const width of [360, 768, 1280])
      for (const large of [false, true]) await lookAt(browser, base, page, width, large);
  await useIt(browser, base);
  await printIt(browser, base);
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
