/* How long the search page takes from a question to its results on the page, in Chromium.
     node tests/bench/search_page.js SITE-FOLDER CHROMIUM RUNS
   Prints the median of so many runs for each question, asked without a region; the first
   question of all, which fetches the titles and makes them ready, on a line of its own. */
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const { chromium } = require("playwright-core");

const [site, executablePath, runs] = [path.resolve(process.argv[2]), process.argv[3], Number(process.argv[4])];
const questions = ["报销", "异地安置", "参保登记", "医", "生孩子", "买药", "外地看病怎么报销", "002036004", "yidi", "ydaz", "没有这样的事项"];
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };

const server = http.createServer((q, r) => {
  const file = path.join(site, decodeURIComponent(new URL(q.url, "http://x").pathname));
  fs.readFile(file, (e, bytes) => {
    r.writeHead(e ? 404 : 200, { "Content-Type": types[path.extname(file)] || "application/octet-stream" });
    r.end(e ? "" : bytes);
  });
});

/* In the page: asks, and waits until it says what it found. */
function ask(text) {
  const status = document.getElementById("search-status");
  const input = document.getElementById("search-q");
  return new Promise((done) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (!/找到|相近/.test(status.textContent)) return;
      watch.disconnect();
      done([performance.now() - start, status.textContent]);
    });
    watch.observe(status, { childList: true, characterData: true, subtree: true });
    input.value = text;
    document.getElementById("search").requestSubmit();
  });
}

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function measure(page) {
  const [first] = await page.evaluate(ask, questions[0]);
  console.log("  " + first.toFixed(0).padStart(7) + " ms   the first question, with fetching all titles");
  let worst = 0;
  for (const text of questions) {
    const times = [];
    let said = "";
    for (let i = 0; i < runs; i++) {
      const [time, words] = await page.evaluate(ask, text);
      times.push(time);
      said = words;
    }
    const time = median(times);
    worst = Math.max(worst, time);
    const found = / (\d+) 项/.exec(said);
    console.log("  " + time.toFixed(1).padStart(7) + " ms   " + text + ", " + (found ? found[1] : 0) + " found");
  }
  console.log("  " + worst.toFixed(1).padStart(7) + " ms   the slowest of " + questions.length);
}

server.listen(0, "127.0.0.1", async () => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto("http://127.0.0.1:" + server.address().port + "/search.html");
    await page.waitForSelector("#search:not([hidden])");
    await measure(page);
  } finally {
    await browser.close();
    server.close();
  }
});
