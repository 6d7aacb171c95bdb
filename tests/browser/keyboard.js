/* Pages with nothing but a keyboard: every stop is reached once and seen, and a reader gets from
   the home page to a ticked material. */
"use strict";

/* Runs in the page: what has the focus, whether that is seen and whether something covers it. */
function stop() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), r = e.getBoundingClientRect();
  const x = Math.min(Math.max(r.left + 2, 0), window.innerWidth - 1), y = Math.min(Math.max(r.top + r.height / 2, 0), window.innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  if (!window.stops) window.stops = new Map();
  if (!window.stops.has(e)) window.stops.set(e, window.stops.size);
  return {
    which: window.stops.get(e),
    name: e.tagName + " " + (e.id || e.name || e.textContent.trim().slice(0, 14)),
    ring: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
    inside: r.bottom > 0 && r.top < window.innerHeight && r.right > 0 && r.left < window.innerWidth,
    free: !!top && (e.contains(top) || top.contains(e) || !!top.closest("label")),
  };
}

/* Through a whole page, forward and back. */
async function walk(site, page, width) {
  await site.visit(page, { width }, async (p) => {
    await p.emulateMedia({ reducedMotion: "reduce" });
    if (page.includes("?")) await site.until(p, () => document.querySelectorAll("#search-results li").length > 0);
    const stops = await p.evaluate(() => Array.from(document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"))
      .filter((e) => e.checkVisibility() && e.tabIndex >= 0).length);
    for (const key of ["Tab", "Shift+Tab"]) {
      const bad = [];
      let seen = 0;
      for (let i = 0; i < stops; i++) {
        await p.keyboard.press(key);
        const s = await p.evaluate(stop);
        if (!s) { bad.push("the focus is lost at stop " + i); break; }
        if (!s.ring) bad.push("not seen: " + s.name);
        if (!s.inside) bad.push("out of the window: " + s.name);
        else if (!s.free) bad.push("covered: " + s.name);
        if (key === "Tab" && s.which !== i) { bad.push("again: " + s.name); break; }
        seen++;
      }
      site.check(`${page} at ${width} by ${key}`, seen === stops && bad.length === 0, `${seen} of ${stops}; ` + bad.slice(0, 4).join("; "));
      if (key === "Tab") await p.keyboard.press("Tab"); /* behind the last; the way back begins there */
    }
  });
}

/* Presses a key until what is meant has the focus. */
async function reach(p, selector, key = "Tab") {
  for (let i = 0; i < 400; i++) {
    if (await p.evaluate((s) => document.activeElement.matches(s), selector)) return true;
    await p.keyboard.press(key);
  }
  return false;
}

/* Home, search, a result, its materials, large letters, the chart as text: no mouse. */
async function journey(site) {
  await site.visit("index.html", { width: 360 }, async (p) => {
    const go = async (what, selector, key) => site.check("by keyboard " + what, await reach(p, selector, key));
    const has = (what, ok) => site.check("by keyboard " + what, ok);
    await p.keyboard.press("Tab");
    has("the first stop is the way to the text", await p.evaluate(() => document.activeElement.matches(".skip")));
    has("it is seen there", (await p.locator(".skip").boundingBox()).x >= 0);
    await p.keyboard.press("Enter");
    has("it leads there", await p.evaluate(() => location.hash === "#main"));
    await p.keyboard.press("Tab");
    has("and on into the text", await p.evaluate(() => !!document.activeElement.closest("main")));
    await p.reload();
    await go("to the search", "#home-q");
    await p.keyboard.type("断缴");
    await p.keyboard.press("Enter");
    await p.waitForURL(/search\.html\?q=/);
    has("its question is answered", await site.until(p, () => document.querySelectorAll("#search-results a").length > 1));
    await go("to its field", "#search-q");
    await p.keyboard.press("Control+A");
    await p.keyboard.type("生孩子");
    await p.keyboard.press("Enter");
    await site.until(p, () => /生孩子.*找到/.test(document.getElementById("search-status").textContent));
    has("what was found is read and leads on", await site.until(p, () => document.activeElement.id === "search-status"));
    await go("to the first result", "#search-results li:nth-child(1) a");
    await p.keyboard.press("Tab");
    has("to the second", await p.evaluate(() => document.activeElement === document.querySelectorAll("#search-results a")[1]));
    await p.keyboard.press("Shift+Tab");
    await p.keyboard.press("Enter");
    await p.waitForURL(/\/[a-z]+\/[^/]+\.html/);
    await p.goto(site.base + "yuanjiang/002036001001.html");
    await go("to the large letters", "[data-large]");
    await p.keyboard.press("Enter");
    has("they are large", await p.evaluate(() => document.documentElement.matches(".large")));
    await p.keyboard.press("Space");
    has("and not", await p.evaluate(() => !document.documentElement.matches(".large")));
    await go("to a material", ".tick input");
    await p.keyboard.press("Space");
    has("it is ticked", await p.locator(".tick input").first().isChecked());
    await go("to the chart as text", "summary");
    await p.keyboard.press("Enter");
    has("it opens", await p.evaluate(() => document.activeElement.parentNode.open));
  });
}

/* A list with more results than are shown at first. */
async function more(site) {
  await site.visit("search.html?q=医疗", {}, async (p) => {
    const results = () => p.locator("#search-results li").count();
    await site.until(p, () => document.querySelectorAll("#search-results li").length > 0);
    site.check("sixty results at first", (await results()) === 60);
    site.check("more of them by keyboard", await reach(p, "#search-more"));
    await p.keyboard.press("Enter");
    site.check("more are there", (await results()) > 60);
    site.check("the focus is on the next", await p.evaluate(() => document.activeElement === document.querySelectorAll("#search-results a")[60]));
    site.check("and that is told", /^已显示 \d+ 项/.test(await p.locator("#search-status").textContent()));
  });
}

async function filterByKeys(site) {
  await site.visit("ningxiang/index.html", {}, async (p) => {
    site.check("to a filter by keyboard", await reach(p, "select[name=level]"));
    await p.keyboard.press("ArrowDown");
    await p.keyboard.press("ArrowDown");
    await p.keyboard.press("ArrowDown");
    const shown = await p.locator(".items > li:visible").count();
    site.check("it filters", shown > 0 && shown < (await p.locator(".items > li").count()), shown);
    site.check("to the button by keyboard", await reach(p, ".filters button"));
    await p.keyboard.press("Enter");
    site.check("all again by keyboard", await site.until(p, () => !document.querySelector(".items > li[hidden]")));
  });
}

module.exports = async (site) => {
  await walk(site, "index.html", 360);
  await walk(site, "yuanjiang/002036001001.html", 360);
  await walk(site, "ningxiang/index.html", 1280);
  await walk(site, "pingdingshan/list.html", 1280);
  await walk(site, "search.html?q=备案&in=yuanjiang", 768);
  await journey(site);
  await more(site);
  await filterByKeys(site);
};
