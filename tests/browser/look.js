/* Every kind of page at every width in both letter sizes: nothing sticks out or lies on other
   text, targets are large enough, axe-core finds nothing; landmarks, headings, tables. */
"use strict";
const fs = require("fs");
const path = require("path");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/* Runs in the page. Texts that stick out of the window or lie on one another; what scrolls in
   its own box may be wider, and what is off the screen on purpose is no matter; of a name in the
   trail counts what is shown of it. A line of text is taken as high as most of its letters, not as
   its line. */
function misplaced() {
  /* What is not near the screen is not laid out (content-visibility); here all of it is. */
  const sheet = document.styleSheets[0];
  sheet.insertRule("* { content-visibility: visible !important; }", sheet.cssRules.length);
  const lines = [], bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || parent.closest("svg, script, select, .blank-scroll, .chart, .skip")) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize) * 0.4;
    const range = document.createRange();
    range.selectNodeContents(node);
    const shown = parent.closest(".trail a") ? parent.getBoundingClientRect().right : Infinity;
    for (const r of range.getClientRects()) {
      const middle = (r.top + r.bottom) / 2, right = Math.min(r.right, shown);
      if (right < 0 || r.width < 2) continue;
      if (right > window.innerWidth + 1 || r.left < -1) bad.push("outside: " + node.data.trim().slice(0, 20));
      lines.push({ node, left: r.left + 1, right: right - 1, top: middle - size, bottom: middle + size });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((a, i) => {
    for (let k = i + 1; k < lines.length && lines[k].top < a.bottom; k++) {
      const b = lines[k];
      if (a.node !== b.node && a.left < b.right && b.left < a.right)
        bad.push(a.node.data.trim().slice(0, 12) + " on " + b.node.data.trim().slice(0, 12));
    }
  });
  if (document.documentElement.scrollWidth > window.innerWidth)
    bad.push(document.documentElement.scrollWidth - window.innerWidth + " px too wide");
  return bad;
}

/* Runs in the page. Links and controls that are smaller than they must be; a link within a
   sentence is as high as its line. */
function tooSmall(least) {
  const targets = "a, button, select, summary, input:not([type=checkbox]), label:has([type=checkbox])";
  return Array.from(document.querySelectorAll(targets)).filter((e) => {
    if (!e.checkVisibility() || e.matches(".skip") || e.closest(".prose, .text, svg")) return false;
    const r = e.getBoundingClientRect();
    return r.height < least - 0.5 || r.width < least - 0.5;
  }).map((e) => {
    const r = e.getBoundingClientRect();
    return e.tagName + " " + e.textContent.trim().slice(0, 12) + " " + Math.round(r.width) + "×" + Math.round(r.height);
  });
}

async function accessible(site, p, what, large) {
  const found = await p.evaluate((enhanced) => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "color-contrast": { enabled: !enhanced }, "color-contrast-enhanced": { enabled: enhanced } },
    resultTypes: ["violations"],
  }), large);
  site.check(what + " axe", found.violations.length === 0,
    found.violations.map((v) => v.id + " ×" + v.nodes.length + " " + v.nodes[0].target).join("; "));
}

async function fits(site, p, what) {
  const bad = await p.evaluate(misplaced);
  site.check(what + " fits", bad.length === 0, bad.length + ": " + bad.slice(0, 4).join("; "));
}

async function size(site, p, page, width, large) {
  const what = page + " at " + width + (large ? ", large" : "");
  await p.setViewportSize({ width, height: 900 });
  await p.evaluate((on) => document.documentElement.classList.toggle("large", on), large);
  await fits(site, p, what);
  await accessible(site, p, what, large);
  const small = await p.evaluate(tooSmall, large ? 60 : 44);
  site.check(what + " targets", small.length === 0, small.length + ": " + small.slice(0, 5).join("; "));
  const letters = await p.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main")).fontSize));
  site.check(what + " letters", letters >= (large ? 25 : 18), letters);
}

/* Runs in the page: where the title stands, how far below it the facts begin, and how far the
   first words of a fact are from the line of its name where they stand beside it. */
function opening() {
  const box = (e) => e.getBoundingClientRect();
  const line = (e) => { /* the foot of an empty box stands on the line */
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !walker.currentNode.data.trim());
    const mark = document.createElement("span");
    mark.style.display = "inline-block";
    walker.currentNode.before(mark);
    const y = box(mark).bottom;
    mark.remove();
    return y;
  };
  const title = box(document.querySelector("h1")), facts = Array.from(document.querySelectorAll(".facts > div"));
  const apart = facts.map((f) => [f.querySelector("dt"), f.querySelector("dd")])
    .filter(([dt, dd]) => box(dd).left > box(dt).right).map(([dt, dd]) => Math.abs(line(dt) - line(dd)));
  return {
    title: title.top,
    gap: facts.length ? box(facts[0]).top - title.bottom : 0,
    apart: Math.max(0, ...apart),
  };
}

/* An item's title stands behind at most two lines of head (three of large letters) and one of
   trail, and the facts behind it, whatever the names of site, catalog and group are. */
async function openings(site, catalog) {
  const items = fs.readdirSync(path.join(site.folder, catalog)).filter((f) => /^(item-)?[0-9][-0-9]*\.html$/.test(f)).sort();
  site.check(catalog + " has items", items.length > 9, items.length);
  const some = items.filter((f, i) => i % Math.ceil(items.length / 10) === 0);
  for (const [width, most, mostLarge] of [[360, 144, 252], [1280, 144, 204]])
    await site.visit(`${catalog}/${some[0]}`, { width }, async (p) => {
      for (const item of some) {
        await p.goto(`${site.base}${catalog}/${item}`);
        for (const large of [false, true]) {
          await p.evaluate((on) => document.documentElement.classList.toggle("large", on), large);
          const found = await p.evaluate(opening);
          site.check(`${catalog}/${item} at ${width}${large ? ", large" : ""} opens well`,
            found.title <= (large ? mostLarge : most) && found.gap <= 24 && found.apart < 0.6, JSON.stringify(found));
        }
      }
    });
}

/* What axe-core does not ask. */
async function structure(site, p, page) {
  const found = await p.evaluate(() => {
    const count = (s) => document.querySelectorAll(s).length;
    const headings = Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"), (h) => Number(h.tagName[1]));
    const names = Array.from(document.querySelectorAll("nav"), (n) => n.getAttribute("aria-label"));
    return {
      lang: document.documentElement.lang === "zh-CN",
      landmarks: count("header.site") === 1 && count("main") === 1 && count("footer.site") === 1,
      "names of navigations": names.every(Boolean) && new Set(names).size === names.length,
      headings: headings[0] === 1 && headings.filter((h) => h === 1).length === 1 && headings.every((h, i) => !i || h <= headings[i - 1] + 1),
      "heads of tables": count("th") === count("th[scope]") && count("table") === count("table:has(th[scope])"),
      "one style sheet, one script": count("link[rel=stylesheet]") === 1 && count("script[src]") === 1,
      "nothing inline": count("style, [style], script:not([src]):not([type='application/ld+json'])") === 0,
    };
  });
  for (const what in found) site.check(page + " " + what, found[what]);
}

/* 200 % on a screen of 1280 px, and 400 %; lines and letters further apart as WCAG 1.4.12 has it. */
async function zoomed(site, page) {
  await site.visit(page, { width: 640, deviceScaleFactor: 2, bypassCSP: true }, async (p) => {
    await p.evaluate(() => document.documentElement.classList.add("large"));
    await fits(site, p, page + " at 200 %, large");
    await p.evaluate(() => document.documentElement.classList.remove("large"));
    await p.setViewportSize({ width: 320, height: 256 });
    await fits(site, p, page + " at 400 %");
    await p.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
    await p.setViewportSize({ width: 640, height: 512 });
    await fits(site, p, page + " with wide spacing");
  });
}

module.exports = async (site) => {
  for (const catalog of ["yuanjiang", "pingdingshan", "ningxiang", "ningxia", "xinjiang"])
    await openings(site, catalog);
  for (const page of site.kinds) {
    await site.visit(page, { bypassCSP: true }, async (p) => {
      if (page.includes("?")) await site.until(p, () => document.querySelectorAll("#search-results li").length > 0);
      await p.evaluate(axe);
      await structure(site, p, page);
      for (const width of [360, 768, 1280])
        for (const large of [false, true]) await size(site, p, page, width, large);
    });
    await zoomed(site, page);
  }
};
