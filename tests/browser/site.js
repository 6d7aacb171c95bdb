/* The site under test: served on this machine, opened in Chromium; what all parts share. */
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const { chromium } = require("playwright-core");

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml",
};

function serve(folder) {
  const server = http.createServer((q, r) => {
    const file = path.join(folder, decodeURIComponent(new URL(q.url, "http://x").pathname));
    fs.readFile(file, (e, bytes) => {
      r.writeHead(e ? 404 : 200, { "Content-Type": types[path.extname(file)] || "application/octet-stream" });
      r.end(e ? "" : bytes);
    });
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

/* One page of each kind; those of kinds that this site has. */
function kinds(folder) {
  const forms = path.join(folder, "yuanjiang/forms");
  const form = fs.readdirSync(forms).sort().find((f) => f.endsWith(".html"));
  return ["index.html", "404.html", "search.html", "search.html?q=电话", "yuanjiang/index.html",
    "yuanjiang/002036001001.html", "yuanjiang/notice.html", "yuanjiang/forms/" + form,
    "ningxiang/index.html", "ningxiang/levels.html", "ningxiang/002036008001.html",
    "pingdingshan/list.html", "ningxia/index.html", "ningxia/list.html", "xinjiang/index.html",
    "xinjiang/disclosure.html", "xinjiang/item-1.html"];
}

/* Waits for a condition in the page. Not Playwright's waitForFunction(): that evaluates a
   string, which our pages forbid. */
async function until(p, condition, argument) {
  for (let i = 0; i < 1200; i++) {
    try {
      if (await p.evaluate(condition, argument)) return true;
    } catch (error) {
      if (!/context was destroyed/.test(error.message)) throw error; /* on its way to the next page */
    }
    await p.waitForTimeout(25);
  }
  return false;
}

exports.open = async (folder) => {
  const server = await serve(path.resolve(folder));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"],
  });
  const site = {
    folder: path.resolve(folder),
    base: "http://127.0.0.1:" + server.address().port + "/",
    kinds: kinds(folder),
    passed: 0,
    failed: 0,
    until,
    check(what, ok, why) {
      if (ok) { site.passed++; return; }
      site.failed++;
      console.log("not ok " + what + (why === undefined ? "" : ": " + why));
    },
    /* Opens a page of the site as a new visitor. Whatever the browser complains of is an error. */
    async visit(page, options, act) {
      const { width = 1280, prepare, ...context } = options;
      const c = await browser.newContext({ viewport: { width, height: 900 }, ...context });
      c.setDefaultTimeout(120000);
      const p = await c.newPage();
      const errors = [];
      p.on("console", (m) => { if (m.type() === "error" && !/favicon/.test(m.location().url)) errors.push(m.text()); });
      p.on("pageerror", (e) => errors.push(String(e)));
      if (prepare) await p.addInitScript(prepare);
      await p.goto(site.base + page);
      await act(p);
      site.check(page + ": no complaint of the browser", errors.length === 0, errors.join("; "));
      await c.close();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
  return site;
};
