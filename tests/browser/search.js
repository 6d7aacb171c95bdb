/* The search page as a reader uses it. What is found at all is the matter of tests/search.js,
   against a naive scan; here it must come onto the page, in order and marked. */
"use strict";
const fs = require("fs");
const path = require("path");

/* Without the signs that keep a question of another direction apart. */
const status = async (p) => (await p.locator("#search-status").textContent()).replace(/[\u2068\u2069]/g, "");
const results = (p) => p.locator("#search-results li").evaluateAll((list) => list.map((li) => ({
  title: li.querySelector("a").textContent,
  marks: Array.from(li.querySelectorAll("mark"), (m) => m.textContent),
  inTitle: !!li.querySelector("a mark"),
  inText: !!li.querySelector(".search-line mark"),
})));

/* Types a question and waits for its answer. */
async function ask(site, p, text) {
  await p.fill("#search-q", text);
  await p.keyboard.press("Enter");
  await site.until(p, (t) => document.getElementById("search-status").textContent.replace(/[\u2068\u2069]/g, "").includes("“" + t + "”"), text.trim());
  return results(p);
}

/* question, what the first result's title has, what is marked first */
const questions = [
  ["断档补缴", "断档补缴", "断档补缴"], /* a title */
  ["工参保登", "职工参保登记", "工参保登"], /* from the middle of one */
  ["医疗", "医疗", "医疗"],
  ["002036001002", "职工参保登记", "002036001002"], /* a code, a part of it */
  ["36001002", "职工参保登记", "36001002"],
  ["zhigongcanbao", "职工参保", undefined], /* pinyin, initials */
  ["zhi gong can bao", "职工参保", undefined],
  ["ZGCBDJ", "职工参保登记", undefined],
  ["报销", "报销", "报销"], /* everyday words */
  ["生孩子", "生育", "生育"],
  ["外地看病", "异地", "异地"],
  ["买药", "药", "药"],
  ["外地看病怎么报销", "", undefined],
  ["０７３７－２８１７１０３", "", "0737-2817103"], /* full width, found in a text */
];

async function region(site) {
  await site.visit("search.html?in=yuanjiang", {}, async (p) => {
    await site.until(p, () => document.getElementById("search-in").value === "yuanjiang");
    for (const [text, title, mark] of questions) {
      const found = await ask(site, p, text);
      site.check("search for " + text, found.length > 0 && found[0].title.includes(title), JSON.stringify(found[0]));
      site.check("marked for " + text, found.length > 0 && (mark ? (found[0].marks[0] || "").startsWith(mark.slice(0, 2)) || found[0].marks[0] === mark : true),
        JSON.stringify(found[0]));
      site.check("counted for " + text, new RegExp(`(找到|相近的有) ${found.length} 项`).test(await status(p)) || found.length === 60, await status(p));
    }
    const ranked = await ask(site, p, "报销");
    const first = ranked.findIndex((r) => !r.inTitle);
    site.check("titles come before texts", first > 0 && ranked.slice(first).every((r) => !r.inTitle && r.inText), first);
    const single = await ask(site, p, "药");
    site.check("one character: titles only", single.length > 0 && single.every((r) => r.title.includes("药")), JSON.stringify(single.slice(-1)));
    const none = await ask(site, p, "宇宙飞船驾照");
    site.check("nothing found is told, with a way on", none.length === 0 && /^沅江市：没有找到“宇宙飞船驾照”。换个说法/.test(await status(p)), await status(p));
    const near = await ask(site, p, "异地就医备按");
    site.check("what is near is told apart", near.length > 0 && /“异地就医备按”：没有完全相符的，相近的有 \d+ 项/.test(await status(p)), await status(p));
    site.check("blanks are no question", (await p.fill("#search-q", "  "), await p.keyboard.press("Enter"), await site.until(p, () =>
      document.getElementById("search-status").textContent.replace(/[\u2068\u2069]/g, "") === "")));
  });
}

/* The question stands in the address, and back and forward go through the questions. */
async function address(site) {
  await site.visit("search.html?in=yuanjiang", { width: 360 }, async (p) => {
    await site.until(p, () => document.getElementById("search-in").value === "yuanjiang");
    await ask(site, p, "生孩子");
    await ask(site, p, "0737-2817103");
    site.check("the address remembers", /q=0737-2817103&in=yuanjiang$/.test(p.url()), p.url());
    site.check("no region where there is one", (await p.locator("#search-results .search-region").count()) === 0);
    await p.goBack();
    site.check("back to the question before", await site.until(p, () => document.getElementById("search-q").value === "生孩子" &&
      document.querySelectorAll("#search-results li").length > 0));
    const here = await results(p);
    await p.selectOption("#search-in", "");
    await site.until(p, (n) => document.querySelectorAll("#search-results li").length > n, here.length);
    site.check("another region is looked through at once", (await results(p)).length > here.length);
    site.check("each link begins with its region", await p.locator("#search-results a").evaluateAll((list) =>
      list.every((a) => /^(沅江市|宁乡市|平顶山市|新绛县|宁夏回族自治区)/.test(a.textContent))));
    await p.locator("#search-results a").first().click();
    await p.waitForURL(/\/[a-z]+\/[^/]+\.html/);
    site.check("a result leads to its item", (await p.locator("h1").count()) === 1);
    await p.goBack();
    site.check("and back to the results", await site.until(p, () => document.querySelectorAll("#search-results li").length > 0));
  });
}

/* The region a reader comes from, a region remembered, a region that the question names. */
async function place(site) {
  const answered = (p) => site.until(p, () => /(找到|相近).* 项/.test(document.getElementById("search-status").textContent.replace(/[\u2068\u2069]/g, "")));
  const where = (p) => p.locator("#search-in").inputValue();
  await site.visit("yuanjiang/002036001001.html", { width: 360 }, async (p) => {
    await p.locator("header nav a[href*='search.html']").click();
    await site.until(p, () => document.querySelectorAll("#search-in option").length > 1);
    site.check("a catalog's search is its region's", (await where(p)) === "yuanjiang", p.url());
    await p.goto(site.base + "search.html?q=报销");
    await answered(p);
    site.check("the region is remembered", (await where(p)) === "yuanjiang" && /^沅江市：/.test(await status(p)), await status(p));
    const found = await ask(site, p, "宁乡外地看病");
    site.check("a place in the question is asked, too", found.length > 0 && found[0].title.startsWith("宁乡市异地"), JSON.stringify(found[0]));
    await p.goto(site.base + "search.html?q=报销&in=");
    await answered(p);
    site.check("no region is one's own choice, too", (await where(p)) === "" && /^“报销”/.test(await status(p)), await status(p));
    await p.goto(site.base + "search.html?q=报销&in=no-such-region");
    await answered(p);
    site.check("a region that is not there is none", (await where(p)) === "");
  });
}

/* From the home page, and what can be seen without scrolling on a small phone in large letters. */
async function home(site) {
  const large = { width: 360, prepare: () => localStorage.setItem("mulu-large", "1") };
  await site.visit("index.html", large, async (p) => {
    await p.setViewportSize({ width: 360, height: 640 });
    const seen = () => p.evaluate(() => {
      const top = (e) => e.getBoundingClientRect().top;
      const status = document.getElementById("search-status"), first = document.querySelector("#search-results li");
      return top(status) >= 0 && top(first) < innerHeight / 2;
    });
    const tasks = await p.locator(".tasks a").allTextContents();
    site.check("tasks on the home page", tasks.length >= 6 && tasks.includes("生孩子"), tasks.join());
    await p.fill("#home-q", "外地看病");
    await p.locator(".search button").click();
    site.check("the home page asks", await site.until(p, () => document.querySelectorAll("#search-results li").length > 0), p.url());
    site.check("results are seen in large letters", await site.until(p, () => document.querySelector("#search-results li").getBoundingClientRect().top < innerHeight / 2));
    await p.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    await ask(site, p, "生孩子");
    site.check("and of the next question", await site.until(p, () => document.querySelector("#search-results li").getBoundingClientRect().top < innerHeight / 2) && await seen());
    for (const task of tasks) {
      await p.goto(site.base + "index.html");
      await p.locator(".tasks a", { hasText: task }).first().click();
      site.check("a task has results: " + task, await site.until(p, (t) => document.querySelectorAll("#search-results li").length > 0 &&
        document.getElementById("search-status").textContent.replace(/[\u2068\u2069]/g, "").includes("“" + t + "”：找到"), task), p.url());
    }
  });
}

const hostile = ["<b>x</b><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"'><svg/onload=alert(1)>", "__proto__", "constructor",
  "(.*)+$[", "%E0%A4%A", "{{title}}", "' OR 1=1 --", "😀👨‍👩‍👧", "\u202e药", "药".repeat(100)];

async function hostileQuestions(site) {
  await site.visit("search.html", {}, async (p) => {
    await site.until(p, () => document.querySelectorAll("#search-in option").length > 1);
    const elements = () => p.evaluate(() => document.querySelectorAll("main *:not(#search-results *), head *").length);
    const before = await elements();
    for (const text of hostile) {
      await ask(site, p, text);
      site.check("a question is text: " + text.slice(0, 20), (await elements()) === before &&
        (await p.locator("#search-results *:not(li, p, a, span, mark)").count()) === 0);
    }
    for (const query of ["?q=%ED%A0%80", "?q=%3Cscript%3Ealert(1)%3C/script%3E", "?in=../../x&q=a", "?in=__proto__&q=药", "?q=" + "a+b+".repeat(500)]) {
      await p.goto(site.base + "search.html" + query);
      await site.until(p, () => /找到|相近/.test(document.getElementById("search-status").textContent.replace(/[\u2068\u2069]/g, "")));
      site.check("an address is text: " + query.slice(0, 24), (await elements()) === before, await status(p));
    }
  });
}

/* Of the file behind an address. The body of a response may be gone when it is asked for: the
   browser drops those of the page before. */
const size = (site, url) => fs.statSync(path.join(site.folder, decodeURIComponent(new URL(url).pathname))).size;

/* What a phone loads for a question in one region, as it lies on the server, not compressed. */
async function weight(site) {
  for (const id of ["yuanjiang", "ningxiang", "pingdingshan", "ningxia", "xinjiang"]) {
    await site.visit("404.html", { width: 360 }, async (p) => {
      let bytes = 0;
      p.on("response", (r) => { if (r.ok()) bytes += size(site, r.url()); });
      await p.goto(site.base + "search.html?q=报销&in=" + id, { waitUntil: "networkidle" });
      site.check("results for " + id, await site.until(p, () => document.querySelectorAll("#search-results li").length > 0));
      site.check("a phone loads under 200 KB for " + id, bytes > 30000 && bytes < 200000, bytes);
    });
  }
}

/* The network fails; the reader is told and can try again. */
async function offline(site) {
  await site.visit("search.html?in=yuanjiang", {}, async (p) => {
    await site.until(p, () => document.getElementById("search-in").value === "yuanjiang");
    await p.route("**/yuanjiang/search.json", (r) => r.fulfill({ status: 200, contentType: "application/json", body: "{" }));
    await p.fill("#search-q", "报销");
    await p.keyboard.press("Enter");
    site.check("a file that does not come is told", await site.until(p, () =>
      document.getElementById("search-status").textContent.replace(/[\u2068\u2069]/g, "").startsWith("没有取到")));
    await p.unroute("**/yuanjiang/search.json");
    site.check("and asked for anew", (await ask(site, p, "报销")).length > 0);
  });
}

module.exports = async (site) => {
  await region(site);
  await address(site);
  await place(site);
  await home(site);
  await hostileQuestions(site);
  await weight(site);
  await offline(site);
};
