/* Every page of the site is valid HTML (html-validate). */
"use strict";
const fs = require("fs");
const path = require("path");
const { HtmlValidate } = require("html-validate");

module.exports = async (site) => {
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
  })(site.folder);
  for (const f of pages) {
    const report = await validator.validateFile(f);
    const found = report.results.flatMap((r) => r.messages);
    site.check("valid " + path.relative(site.folder, f), found.length === 0,
      found.slice(0, 3).map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`).join("; "));
  }
};
