/* Pages on paper. */
"use strict";

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
  await paper(site, "yuanjiang/index.html");
  await paper(site, "pingdingshan/list.html");
  await paper(site, "ningxiang/levels.html");
};
