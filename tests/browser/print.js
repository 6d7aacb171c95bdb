/* Pages on paper. */
"use strict";
const fs = require("fs");
const path = require("path");

/* An item is one sheet to take along; one with several services at most a sheet for each, as
   only one of them is what somebody came for. Tried on those of a catalog that say most; all of
   them would take minutes. */
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

/* A list is a table across the sheet: all of it stands in the sheet, its head on each. */
async function table(site, page, most) {
  await site.visit(page, {}, async (p) => {
    const pdf = await p.pdf({ format: "A4", preferCSSPageSize: true });
    const text = pdf.toString("latin1"), pages = (text.match(/\/Type\s*\/Page[^s]/g) || []).length;
    const sizes = new Set((text.match(/\/MediaBox\s*\[[^\]]*\]/g) || []).map((b) => b.match(/[\d.]+/g).slice(2).map(Math.round).join("×")));
    site.check(`${page}: sheets across`, pages > 0 && pages <= most, pages);
    site.check(`${page}: all of them A4 landscape`, sizes.size === 1 && sizes.has("842×595"), Array.from(sizes).join());
    await p.emulateMedia({ media: "print" });
    await p.setViewportSize({ width: 1009, height: 703 }); /* 267 mm × 186 mm */
    const shown = await p.evaluate(() => [".sheet", ".sheet thead", ".sheet td"].map((s) => getComputedStyle(document.querySelector(s)).display).join());
    site.check(`${page}: a table with a head on paper`, shown === "table,table-header-group,table-cell", shown);
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
  await table(site, "pingdingshan/list.html", 8);
  await table(site, "ningxia/list.html", 15);
  await table(site, "xinjiang/disclosure.html", 5);
  await paper(site, "ningxiang/levels.html");
};
