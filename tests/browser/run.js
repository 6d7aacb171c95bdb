/* Pages as people use them, in Debian's Chromium: at three widths, in both letter sizes, with
   and without JavaScript, by keyboard, on paper; html-validate on all pages.
     node tests/browser/run.js SITE-FOLDER [PART…]     PART: valid look use keyboard search print */
"use strict";
const { open } = require("./site.js");
const parts = {
  valid: require("./valid.js"),
  look: require("./look.js"),
  use: require("./use.js"),
  keyboard: require("./keyboard.js"),
  search: require("./search.js"),
  print: require("./print.js"),
};

(async () => {
  const [folder, ...names] = process.argv.slice(2);
  const site = await open(folder);
  for (const name of names.length ? names : Object.keys(parts))
    try {
      await parts[name](site);
    } catch (error) {
      site.check(name + " runs to its end", false, error.stack.split("\n").filter((l) => !/waiting|retrying|not visible/.test(l)).slice(0, 12).join("\n"));
    }
  await site.close();
  console.log(`${site.passed} passed, ${site.failed} failed`);
  process.exit(site.failed ? 1 : 0);
})();
