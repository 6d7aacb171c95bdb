/* Pages with a mouse or a finger: ticking, large letters, reading aloud, filters; and all that
   without JavaScript. */
"use strict";

const item = "yuanjiang/002036001001.html";
const classes = (p) => p.evaluate(() => document.documentElement.className);
const letters = (p) => p.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

async function ticks(site) {
  await site.visit(item, {}, async (p) => {
    site.check("the browser leaves the marks of a chart where we put them",
      await p.evaluate(() => getComputedStyle(document.querySelector(".chart svg text")).textSpacingTrim) === "space-all");
    await p.locator(".tick label").first().click();
    site.check("a material can be ticked", await p.locator(".tick input").first().isChecked());
  });
}

async function largeLetters(site) {
  await site.visit("index.html", {}, async (p) => {
    const button = p.locator("[data-large]");
    const before = await letters(p);
    await button.click();
    site.check("large letters are 1.4 times as large", Math.abs(await letters(p) - 1.4 * before) < 0.1, await letters(p));
    site.check("the button says so", (await button.getAttribute("aria-pressed")) === "true");
    await p.goto(site.base + "yuanjiang/index.html");
    site.check("remembered on other pages", (await classes(p)) === "large");
    site.check("and the button knows", (await button.getAttribute("aria-pressed")) === "true" && (await button.textContent()) === "标准字");
    await button.click();
    await p.reload();
    site.check("and put back", (await classes(p)) === "");
  });
  const forbidden = () => Object.defineProperty(window, "localStorage", { get() { throw new Error("forbidden"); } });
  await site.visit("index.html", { prepare: forbidden }, async (p) => {
    await p.locator("[data-large]").click();
    site.check("large letters where nothing can be remembered", (await classes(p)) === "large");
  });
}

/* A browser that notes what it is told to say. */
function speaker() {
  window.said = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", {
    value: { speak(words) { window.said.push(words); }, cancel() { window.cancelled = true; }, getVoices: () => window.voices || [{ lang: "zh-CN" }] },
  });
}

async function readingAloud(site) {
  await site.visit(item, { prepare: speaker }, async (p) => {
    const button = p.locator("[data-read]");
    await button.click();
    const said = await p.evaluate(() => window.said.map((words) => [words.lang, words.text]));
    site.check("the page is read aloud in Chinese", said.length > 10 && said.every((s) => s[0] === "zh-CN"), said.length);
    site.check("from its heading", said[0][1] === (await p.locator("h1").textContent()), said[0]);
    const texts = await p.evaluate(() => Array.from(document.querySelectorAll(".ticks .text, .step .text"), (e) => e.textContent));
    const unsaid = texts.filter((t) => !said.some((s) => s[1].includes(t.trim())));
    site.check("with every material and step", texts.length > 3 && unsaid.length === 0, unsaid[0]);
    site.check("without the chart in words", !said.some((s) => s[1].includes("流程图的文字版")));
    site.check("each text once", new Set(said.map((s) => s[1])).size > said.length * 0.8);
    site.check("the button says that it reads", (await button.getAttribute("aria-pressed")) === "true");
    await p.evaluate(() => { window.cancelled = false; });
    await button.click();
    site.check("and stops", await p.evaluate(() => window.cancelled) && (await button.getAttribute("aria-pressed")) === "false");
    await button.click();
    await p.evaluate(() => window.said[window.said.length - 1].onend());
    site.check("and is ready again at the end", (await button.textContent()) === "朗读");
  });
  await site.visit(item, { prepare: speaker }, async (p) => {
    await p.evaluate(() => { window.voices = [{ lang: "en-US" }]; window.speechSynthesis.onvoiceschanged(); });
    site.check("no reading without a Chinese voice", !(await p.locator("[data-read]").isVisible()));
    await p.evaluate(() => { window.voices = [{ lang: "zh-HK" }]; window.speechSynthesis.onvoiceschanged(); });
    await p.locator("[data-read]").click();
    await p.evaluate(() => window.said[0].onerror());
    site.check("a voice that fails is not said to read", (await p.locator("[data-read]").textContent()) === "朗读");
  });
  const mute = () => Object.defineProperty(window, "speechSynthesis", { value: undefined });
  await site.visit(item, { prepare: mute }, async (p) =>
    site.check("no reading where there is no voice", !(await p.locator("[data-read]").isVisible())));
}

async function ticks(site) {
  await site.visit(item, {}, async (p) => {
    const boxes = p.locator(".ticks input");
    await boxes.nth(1).check();
    await p.reload();
    site.check("ticks are kept over a reload", (await boxes.nth(1).isChecked()) && !(await boxes.nth(0).isChecked()));
    await boxes.nth(1).uncheck();
    await p.reload();
    site.check("and go when they are taken off", !(await boxes.nth(1).isChecked()));
  });
}

/* What each catalog can be filtered by. The last is one made for this test. */
const filters = {
  yuanjiang: ["time", "group"], ningxiang: ["level", "group"], pingdingshan: ["time", "group"],
  ningxia: ["time", "group"], xinjiang: ["group"], sample: ["audience", "group"],
};
const all = ".items > li, .services > li";

/* The items shown are those that have the word, or a 业务办理项 with it; so are the latter. */
function wrong(word) {
  const fits = (e) => e.getAttribute("data-filter").split(" ").includes(word);
  return Array.from(document.querySelectorAll(".items > li")).filter((li) => {
    const services = Array.from(li.querySelectorAll("[data-filter]"));
    const wanted = services.length ? services.some(fits) : fits(li);
    return li.checkVisibility() !== wanted || (wanted && services.some((s) => s.checkVisibility() !== fits(s)));
  }).length + Array.from(document.querySelectorAll("section.group")).filter((g) =>
    g.checkVisibility() !== Array.from(g.querySelectorAll(".items > li")).some((li) => li.checkVisibility())).length;
}

async function filter(site, catalog) {
  await site.visit(catalog + "/index.html", {}, async (p) => {
    const names = await p.locator(".filters select").evaluateAll((list) => list.map((s) => s.name));
    site.check(catalog + " filters", String(names) === String(filters[catalog]), names);
    const total = await p.locator(".items > li").count();
    const shown = () => p.locator(".items > li:visible").count();
    site.check(catalog + " shows all at first", (await shown()) === total);
    let parted = 0;
    for (const name of names) {
      const values = await p.locator(`select[name=${name}] option`).evaluateAll((list) => list.map((o) => o.value).filter(Boolean));
      for (const value of name === "group" ? [values[0], values[values.length - 1]] : values) {
        await p.selectOption(`select[name=${name}]`, value);
        const some = await shown();
        parted += some < total;
        site.check(`${catalog} ${name} ${value}`, some > 0 && (await p.evaluate(wrong, value)) === 0, some);
        site.check(`${catalog} ${name} ${value} counted`, (await p.locator(".filters [role=status]").textContent()) === `找到 ${some} 项`);
      }
      await p.locator(".filters button").click();
      site.check(catalog + " all again", await site.until(p, (s) => Array.from(document.querySelectorAll(s)).every((e) => e.checkVisibility()), all));
    }
    site.check(catalog + " is parted", parted > 0);
  });
}

/* The choice is in the address; groups without an item are not offered. */
async function filtersStay(site) {
  await site.visit("yuanjiang/index.html?time=t0&group=no", {}, async (p) => {
    const shown = await p.locator(".items > li:visible").count();
    site.check("a choice can be sent on", shown > 0 && shown < 33, shown);
    site.check("what is no choice is none", (await p.locator("select[name=group]").inputValue()) === "");
    await p.selectOption("select[name=time]", "tn");
    await p.reload();
    site.check("a reload keeps it", (await p.locator("select[name=time]").inputValue()) === "tn");
    const groups = await p.locator("section.group:visible").count();
    site.check("no link to a group that is hidden", groups > 0 && groups === await p.locator(".by-group li:visible").count(), groups);
    await p.locator(".filters button").click();
    site.check("and the address forgets it", await site.until(p, () => location.search === ""));
  });
}

/* Two filters at once; kept when the reader comes back from an item. */
async function filtersTogether(site) {
  await site.visit("ningxiang/index.html", { width: 360 }, async (p) => {
    await p.selectOption("select[name=level]", "l2");
    await p.selectOption("select[name=group]", "g3");
    const shown = () => p.locator(".items > li:visible").evaluateAll((list) => list.map((e) => e.getAttribute("data-filter")));
    const both = await shown();
    site.check("both filters hold", both.length > 0 && both.every((f) => /^g3\b.*\bl2\b/.test(f)), both);
    await p.locator(".items > li:visible a").first().click();
    site.check("an item of them opens", await site.until(p, () => location.pathname.includes("/0020")), p.url());
    await p.goBack();
    site.check("the filters are still set", await site.until(p, () => (document.querySelector("select[name=level]") || {}).value === "l2"));
    site.check("and hold", await site.until(p, (n) => Array.from(document.querySelectorAll(".items > li"))
      .filter((e) => e.checkVisibility()).length === n, both.length), (await shown()).length);
  });
}

async function withoutScript(site) {
  const plain = { javaScriptEnabled: false };
  await site.visit("ningxiang/index.html", plain, async (p) => {
    site.check("without JavaScript: no dead filter", !(await p.locator(".filters").isVisible()));
    site.check("without JavaScript: no dead button", (await p.locator(".tools button:visible").count()) === 0);
    site.check("without JavaScript: every item", (await p.locator("[data-filter]:visible").count()) === (await p.locator("[data-filter]").count()));
    await p.locator(".items a").first().click();
    await p.waitForURL(/\/ningxiang\/0[^/]*\.html/);
    site.check("without JavaScript: links lead on", (await p.locator("h1").count()) === 1);
    await p.locator(".trail a").last().click();
    await p.waitForURL(/\/ningxiang\/index\.html/);
    site.check("without JavaScript: and back", (await p.locator(".items").count()) > 0);
  });
  await site.visit(item, plain, async (p) => {
    await p.locator("summary").first().click();
    site.check("without JavaScript: the chart as text opens", await p.locator("details ol").first().isVisible());
    await p.locator(".tick label").first().click();
    site.check("without JavaScript: a material can be ticked", await p.locator(".tick input").first().isChecked());
  });
  await site.visit("search.html", plain, async (p) => {
    site.check("without JavaScript: no dead search", !(await p.locator("#search").isVisible()));
    site.check("without JavaScript: it says so", await p.locator("noscript p").isVisible());
    site.check("without JavaScript: the catalogs", (await p.locator("main ul a:visible").count()) === 6);
  });
}

/* From the home page down and through, by what can be seen. */
async function navigation(site) {
  await site.visit("index.html", { width: 360 }, async (p) => {
    const follow = async (what, link, there) => {
      await link.click();
      site.check(what, await site.until(p, (end) => location.href.endsWith(end) && document.querySelectorAll("h1").length === 1, there), p.url());
    };
    await follow("to a catalog", p.locator("main a[href$='yuanjiang/index.html']").first(), "/yuanjiang/index.html");
    await p.locator(".by-group summary").click();
    await follow("to a main item", p.locator(".side a[href='#g4']"), "/yuanjiang/index.html#g4");
    site.check("it is seen", await site.until(p, () => document.querySelector("#g4").getBoundingClientRect().top < 400));
    const hrefs = await p.locator("#g4 .items a").evaluateAll((list) => list.map((a) => a.getAttribute("href")));
    await follow("to its first item", p.locator("#g4 .items a").first(), "/yuanjiang/" + hrefs[0]);
    await follow("to the next item", p.locator(".neighbours a").last(), "/yuanjiang/" + hrefs[1]);
    await follow("and back", p.locator(".neighbours a").first(), "/yuanjiang/" + hrefs[0]);
    await follow("up to the catalog", p.locator(".trail a").nth(1), "/yuanjiang/index.html");
    await follow("and home", p.locator(".site-name a"), new URL("index.html", site.base).pathname);
    site.check("home has the catalogs", await site.until(p, () => document.querySelectorAll(".catalogs").length === 1));
    await p.goto(site.base + "404.html");
    await p.locator("main a").click();
    site.check("home from a lost page", await site.until(p, () => document.querySelectorAll(".catalogs").length === 1));
  });
}

async function motion(site) {
  await site.visit(item, {}, async (p) => {
    const look = () => p.evaluate(() => [getComputedStyle(document.documentElement).scrollBehavior,
      Array.from(document.querySelectorAll("*")).filter((e) => {
        const s = getComputedStyle(e);
        return s.animationName !== "none" || s.transitionDuration !== "0s";
      }).length].join());
    await p.emulateMedia({ reducedMotion: "no-preference" });
    site.check("moves softly", (await look()) === "smooth,0", await look());
    await p.emulateMedia({ reducedMotion: "reduce" });
    site.check("nothing moves for who does not want it", (await look()) === "auto,0", await look());
  });
}

module.exports = async (site) => {
  await navigation(site);
  await ticks(site);
  await largeLetters(site);
  await readingAloud(site);
  await ticks(site);
  for (const catalog in filters) await filter(site, catalog);
  await filtersTogether(site);
  await filtersStay(site);
  await withoutScript(site);
  await motion(site);
};
