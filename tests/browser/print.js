/* Pages on paper. */
"use strict";
const fs = require("fs");
const path = require("path");

/* An item is one sheet to take along; one with several services at most a sheet for each, as
   only one of them is what somebody came for. Tried on those of a catalog that say most. */
async function sheets(site, catalog, most) {
  const folder = path.join(site.folder, catalog);
  const lists = ["index.html", "list.html", "levels.html", "disclosure.html", "notice.html"];
  const size = (f) => fs.statSync(path.join(folder, f)).size;
  const items = fs.readdirSync(folder).filter((f) => f.endsWith(".html") && !lists.includes(f));
  items.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  await site.visit(`${catalog}/${items[0]}`, {}, async (p) => {
    for (const item of items.slice(0, most)) {
      await p.goto(`${site.base}${catalog}/${item}`);
      const services = await p.locator(".service").count();
      const pdf = await p.pdf({ format: "A4", preferCSSPageSize: true });
      const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) || []).length;
      site.check(`${catalog}/${item}: sheets`, pages >= 1 && pages <= Math.max(1, services), pages);
    }
  });
}

async function paper(site, page, wanted, act) {
  await site.visit(page, {}, async (p) => {
    await p.emulateMedia({ media: "print" });
    for (const gone of ["header.site nav", ".tools", "footer.site", ".side", ".trail", ".filters", ".neighbours", "details", ".form-links"])
      site.check(`${page}: on paper no ${gone}`, (await p.locator(gone + ":visible").count()) === 0);
    if (act) await act(p);
    const pdf = await p.pdf({ format: "A4", preferCSSPageSize: true });
    const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) || []).length;
    site.check(`${page}: sheets`, wanted ? pages === wanted : pages > 0 && pages < 20, pages);
  });
}

module.exports = async (site) => {
  await paper(site, "yuanjiang/002036001001.html", 1, async (p) => {
    site.check("on paper the materials", (await p.locator("#materials:visible").count()) === 1);
    site.check("on paper no chart", (await p.locator(".chart:visible").count()) === 0);
  });
  await paper(site, site.kinds.find((k) => k.includes("/forms/")), 1);
  for (const catalog of ["yuanjiang", "pingdingshan", "ningxiang", "ningxia", "xinjiang"])
    await sheets(site, catalog, 10);
  await paper(site, "yuanjiang/index.html");
  await paper(site, "pingdingshan/list.html");
  await paper(site, "ningxiang/levels.html");
};
