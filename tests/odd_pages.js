/* Pages of the catalogs of tests/odd_catalogs.js in Chromium: nothing is wider than the screen,
   axe-core and html-validate have nothing to say, letters run in the right direction, and 2,000
   items can be filtered.
     node tests/odd_pages.js SITE-FOLDER [CHROMIUM [PICTURES-FOLDER]] */
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const site = path.resolve(process.argv[2]);
const executablePath = process.argv[3] || "/usr/bin/chromium";
const pictures = process.argv[4];
let passed = 0;
let failed = 0;
function check(what, ok, why) {
  if (ok) { passed++; return; }
  failed++;
  console.log("not ok " + what + (why === undefined ? "" : ": " + why));
}

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };
const server = http.createServer((q, r) => {
  const file = path.join(site, decodeURIComponent(new URL(q.url, "http://x").pathname));
  fs.readFile(file, (e, bytes) => {
    r.writeHead(e ? 404 : 200, { "Content-Type": types[path.extname(file)] || "application/octet-stream" });
    r.end(e ? "" : bytes);
  });
});

const small = ["index.html", "search.html", "search.html?q=事项",
  "one/index.html", "one/item-1.html", "one/list.html",
  "extremes/index.html", "extremes/002036001001.html", "extremes/002036001002.html", "extremes/002036001003.html",
  "extremes/002036001004.html", "extremes/item-5.html", "extremes/list.html", "extremes/levels.html", "extremes/disclosure.html",
  "extremes/forms/long.html",
  "scripts/index.html", "scripts/002036001001.html", "scripts/002036001002.html", "scripts/002036001003.html", "scripts/list.html",
  "scripts/levels.html"];
/* axe needs half a minute for one of these; their parts stand on the pages above too */
const large = ["many/index.html", "many/list.html", "many/levels.html"];

async function withPage(browser, width, big, url, act) {
  const c = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  const p = await c.newPage();
  if (big) await p.addInitScript(() => localStorage.setItem("mulu-large", "1"));
  await p.goto(url);
  await act(p);
  await c.close();
}

async function lookAt(p, what, width, big, withAxe) {
  const over = await p.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(what + " fits", over <= 0, over + " px too wide");
  /* A text cut off by its own box cannot be read, nor what stands left of the page. */
  const cut = await p.evaluate(() => Array.from(document.querySelectorAll("main *")).filter((e) => {
    const s = getComputedStyle(e), box = e.getBoundingClientRect();
    if (!box.width || e.closest("svg, thead, .blank-scroll, [hidden], select")) return false;
    return (s.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1) || box.left < -1 || box.right > innerWidth + 1;
  }).map((e) => e.tagName + "." + e.className).slice(0, 3).join(" "));
  check(what + " cuts nothing off", cut === "", cut);
  if (!withAxe) return;
  await p.evaluate(axe);
  const found = await p.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  check(what + " axe", found.violations.length === 0,
    found.violations.map((v) => v.id + " ×" + v.nodes.length + " " + v.nodes[0].target).join("; "));
}

/* Texts in the order in which they stand from left to right on one line of an element that has
   them all: [page, widths, elements, texts…]. Uyghur begins on the right and ends on the left, numbers and
   names in Chinese characters within it read as they always do. */
const both = [360, 1280];
const orders = [
  ["index.html", both, ".card h2", "شەھىرى", "قەشقەر"],
  ["search.html", both, "main small", "شەھىرى", "قەشقەر", "3", "个事项"],
  ["search.html?q=شەھىرى！", [1280], "#search-status", "！", "شەھىرى", "没有完全相符"],
  ["search.html?q=شەھىرى", [1280], "#search-status", "شەھىرى", "找到"],
  ["search.html?q=身份证（كىملىك）", [1280], ".search-line", "身", "كىملىك", "2份", "。"],
  ["search.html?q=ماتېرىيال", [1280], ".search-line", "تاپشۇرىدۇ", "ماتېرىيال"],
  ["scripts/index.html", both, ".trail a, h1", "政", "：", "شەھىرى", "قەشقەر"],
  ["scripts/index.html", both, ".group h2", "一", "شەھىرى", "قەشقەر", "喀"],
  ["scripts/002036001001.html", both, ".trail a", "政务", "：", "شەھىرى", "قەشقەر"],
  ["scripts/002036001001.html", both, ".facts dd", "。", "شەھىرى", "قەشقەر"],
  ["scripts/002036001001.html", both, ".facts dd", "。", "كۈنى", "خىزمەت", "5"],
  ["scripts/002036001001.html", both, ".facts .fact-line", "يول", "12", "قەشقەر"],
  ["scripts/002036001001.html", both, ".tick", "1.", "；", "身份证", "كىملىك"],
  ["scripts/002036001001.html", both, ".tick", "2.", "；", "一式2份", "جەدۋىلى"],
  ["scripts/002036001001.html", both, ".tick", "3.", "身份证", "كىملىك", "原件，2份", "。"],
  ["scripts/002036001001.html", both, ".line", "。", "职工", "ئىشچىلار"],
  ["scripts/002036001001.html", both, ".line", "现场", "12", "قەشقەر", "；"],
  ["scripts/002036001001.html", both, ".step-name", "。", "قىلىش", "ئىلتىماس"],
  ["scripts/list.html", [360], "td", "。", "شەھىرى", "قەشقەر"],
  ["scripts/list.html", [360], "td", "。", "خىزمەت", "5"],
  ["scripts/list.html", both, "td", "；", "身份证", "كىملىك", "1"],
  ["scripts/levels.html", both, "td", "قىلىش", "قوبۇل"],
];
/* Runs in the page: where each text begins, of the first element that has all of them on a line. */
function placesOf([selector, texts]) {
  const place = (e, text) => {
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let node; (node = walker.nextNode());) {
      const at = node.data.indexOf(text);
      if (at < 0) continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    }
    return null;
  };
  const all = Array.from(document.querySelectorAll(selector), (e) => texts.map((text) => place(e, text)));
  const found = all.find((places) => places.every((r) => r && Math.abs((r.top + r.bottom - places[0].top - places[0].bottom) / 2) < 8));
  return found ? found.map((r) => Math.round(r.left)) : null;
}
async function readFrom(browser, base) {
  for (const [page, widths, selector, ...texts] of orders)
    for (const width of widths)
      await withPage(browser, width, false, base + page, async (p) => {
        if (page.includes("?")) await p.waitForSelector("#search-status:text-matches('到|项')");
        const places = await p.evaluate(placesOf, [selector, texts]);
        check(`${page} at ${width}: ${texts.join(" | ")}`,
          places !== null && places.every((left, i) => !i || places[i - 1] < left), places);
      });
}

/* What there is to choose from, and that a reader gets there. */
async function choose(browser, base) {
  await withPage(browser, 360, false, base + "one/index.html", async (p) => {
    check("one: no groups to choose from", await p.locator(".by-group").count() === 0);
    check("one: no filters", await p.locator(".filters").count() === 0);
    check("one: no column of numbers", !await p.locator(".seq").isVisible());
  });
  await withPage(browser, 360, false, base + "one/item-1.html", async (p) => {
    check("one: no column of numbers of materials", !await p.locator(".tick .no").isVisible());
  });
  for (const [width, big, open] of [[360, false, false], [1280, false, true], [1280, true, false]])
    await withPage(browser, width, big, base + "many/index.html", async (p) => {
      const what = "many at " + width + (big ? ", large" : "");
      check(what + ": groups folded where they stand above the items", await p.locator(".by-group").evaluate((e) => e.open) === open);
      const top = await p.locator(".by-group").evaluate((e) => e.getBoundingClientRect().top);
      check(what + ": groups near the head", top < 1200, top);
      await p.emulateMedia({ reducedMotion: "reduce" });
      if (!open) await p.locator(".by-group summary").click();
      await p.locator(".by-group a[href='#g20']").click();
      const at = await p.locator("#g20 h2").evaluate((e) => new Promise((done) => setTimeout(() => done(e.getBoundingClientRect().top), 300)));
      check(what + ": at the group", at >= 0 && at < 120, at);
      await p.locator("select[name=group]").selectOption("g19");
      check(what + ": one group left", await p.locator(".group:visible").count() === 1 && (await p.locator(".filters [role=status]").textContent()) === "找到 80 项");
      await p.locator(".filters button").click();
      await p.waitForTimeout(50);
      check(what + ": all groups again", await p.locator(".group:visible").count() === 25);
    });
}

(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const base = "http://127.0.0.1:" + server.address().port + "/";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  for (const page of small.concat(large))
    for (const width of [360, 768, 1280])
      for (const big of [false, true]) {
        const what = page + " at " + width + (big ? ", large" : "");
        await withPage(browser, width, big, base + page, async (p) => {
          if (page.includes("?")) await p.waitForSelector("#search-results li");
          await lookAt(p, what, width, big, !large.includes(page) && width !== 768);
          if (pictures) {
            const h = await p.evaluate(() => document.documentElement.scrollHeight);
            await p.screenshot({ path: path.join(pictures, page.replace(/[^a-z0-9]+/g, "_") + width + (big ? "L" : "") + ".png"), clip: { x: 0, y: 0, width, height: Math.min(h, 3600) }, fullPage: true });
          }
        });
      }
  await readFrom(browser, base);
  await choose(browser, base);
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "no-trailing-whitespace": "off", "long-title": "off", "no-inline-style": "error", "svg-focusable": "off" },
  });
  for (const page of small.filter((f) => !f.includes("?"))) {
    const report = await validator.validateFile(path.join(site, page));
    const list = report.results.flatMap((r) => r.messages);
    check("valid " + page, list.length === 0, list.slice(0, 3).map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`).join("; "));
  }
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
