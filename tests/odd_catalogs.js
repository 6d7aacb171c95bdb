/* Catalogs nobody would want and somebody will have: very many items, one, none of what is
   usual, very long texts, many materials, other scripts. The same bytes each time.
     node tests/odd_catalogs.js FOLDER [ID…]     writes FOLDER/<id>/catalog.xml */
"use strict";
const fs = require("fs");
const path = require("path");
const folder = process.argv[2], only = process.argv.slice(3);

function write(id, xml, forms) {
  if (only.length && !only.includes(id)) return;
  fs.mkdirSync(path.join(folder, id), { recursive: true });
  fs.writeFileSync(path.join(folder, id, "catalog.xml"), `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
  for (const [name, text] of Object.entries(forms || {})) {
    fs.mkdirSync(path.join(folder, id, "forms"), { recursive: true });
    fs.writeFileSync(path.join(folder, id, "forms", `${name}.xml`), `<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
  }
}
const numbered = (n, text) => Array.from({ length: n }, (_, i) => text(i)).join("\n");

/* ---- 2,000 items of all offices of a county: own titles, texts shared and not ---- */
const offices = ["公安", "民政", "教育", "人力资源", "自然资源", "住房", "交通运输", "水利", "农业农村", "商务", "文化旅游", "卫生健康", "应急管理",
  "市场监管", "医疗保障", "林业", "气象", "税务", "残疾人联合会", "档案", "司法", "生态环境", "城市管理", "退役军人", "乡村振兴"];
const subjects = ["个体工商户", "社会团体", "民办学校", "取水", "河道采砂", "林木采伐", "农药经营", "道路货运经营", "食品生产", "药品零售",
  "医疗机构", "公共场所卫生", "建设工程消防", "商品房预售", "城镇居民养老保险", "失业保险金", "工伤认定", "残疾人两项补贴", "最低生活保障", "临时救助",
  "老年人优待证", "户口迁移", "居住证", "出入境证件", "机动车登记", "驾驶证", "不动产权属", "宅基地", "设施农业用地", "水土保持方案",
  "排污许可", "危险化学品经营", "烟花爆竹零售", "特种设备使用", "计量标准器具", "广告发布", "企业名称", "股权出质", "动产抵押", "旅行社设立"];
const acts = ["登记", "变更登记", "注销登记", "许可证核发", "许可证延续", "许可证补办", "备案", "审批", "年度检验", "情况查询"];
const scopes = ["（新办）", "（乡镇受理）", "（跨省）", "（五年以下）", "（个人）"];
const shared = ["申请人有效身份证件原件及复印件", "营业执照或者事业单位法人证书", "委托办理的，提供授权委托书和受托人身份证件", "近期免冠彩色照片二张",
  "法定代表人身份证明", "经办人联系方式和送达地址确认书", "房屋产权证明或者租赁合同", "信用承诺书"];
/* No order in which texts come again: lists of the index are as long as they can be. */
const any = (n, of, salt) => ((n + 1) * 2654435761 + salt * 40503 >>> 7) % of;
function many(count) {
  const each = count / offices.length;
  const item = (n) => {
    const subject = subjects[n % subjects.length], act = acts[Math.floor(n / subjects.length) % acts.length];
    const what = subject + act + scopes[Math.floor(n / subjects.length / acts.length) % scopes.length];
    const office = offices[Math.floor(n / each)];
    return `    <item seq="${n + 1}" code="${String(100 + Math.floor(n / each)).padStart(6, "0")}${String(n % each + 1).padStart(6, "0")}">
      <title>${what}</title>
      <materials>
        <material no="1.">《${what}申请表》（一式${"二三四"[any(n, 3, 1)]}份）</material>
        <material no="2.">${shared[any(n, 8, 2)]}</material>
        <material no="3.">${shared[any(n, 8, 3)]}；${subject}的现场照片${any(n, 9, 4) + 1}张</material>
        <material no="4.">${office}部门要求的${subject}说明材料</material>
      </materials>
      <limit>${n % 4 ? `不超过${any(n, 20, 5) + 1}个工作日` : "即时办结"}</limit>
      <steps>申请—受理—${any(n, 2, 6) ? "审核" : "审查—决定"}—办结</steps>
      <notes><note>${subject}由所在乡镇（街道）的${office}窗口受理，第${any(n, 31, 7) + 1}号窗口咨询${act}，电话0999-${String(2000000 + n * 37)}。</note></notes>
      <levels><cell level="county">√</cell>${n % 3 ? "" : '<cell level="town">受理</cell>'}</levels>
    </item>`;
  };
  return `<catalog id="many" kind="list" scheme="">
  <also kind="levels"/>
  <region code="653101" name="喀什市"/>
  <title>喀什市政务服务事项清单</title>
  <level id="county" name="市级"/>
  <level id="town" name="乡镇（街道）"/>
  <defaults><supervision><p>0999-12345。</p></supervision></defaults>
${numbered(offices.length, (g) => `  <group no="${g + 1}.">
    <title>${offices[g]}事项</title>
${numbered(each, (i) => item(g * each + i))}
  </group>`)}
</catalog>
`;
}

/* ---- one item, and it says next to nothing ---- */
const one = `<catalog id="one" kind="list" scheme="">
  <region code="430981" name="沅江市"/>
  <title>一项目录</title>
  <group>
    <title>唯一的主项</title>
    <item><title>唯一的事项</title><materials><material>身份证</material></materials></item>
  </group>
</catalog>
`;

/* ---- long texts, many materials, no steps, nothing at all ---- */
const words = "参加城乡居民基本医疗保险的人员在统筹地区以外的定点医药机构发生的符合规定的门诊住院费用";
const long = (n) => Array.from({ length: n }, (_, i) => words[i % words.length]).join("");
const extremes = `<catalog id="extremes" kind="guide" scheme="">
  <also kind="list"/>
  <also kind="levels"/>
  <also kind="disclosure"/>
  <region code="430981" name="沅江市"/>
  <title>${long(120)}办事指南</title>
  <level id="city" name="${long(30)}"/>
  <level id="town" name="镇"/>
  <column id="all" kind="audience" name="全社会"/>
  <column id="some" kind="audience" name="${long(20)}"/>
  <group no="一、" code="00203600100Y">
    <title>${long(300)}</title>
    <item seq="1" code="002036001001">
      <title>${long(300)}</title>
      <agency>${long(60)}</agency>
      <materials><material no="1." form="long">《${long(200)}申请表》</material></materials>
      <limit>${long(200)}</limit>
      <levels><cell level="city">√</cell><cell level="town">${long(150)}</cell></levels>
      <disclosure><elements><element>${long(400)}</element></elements><cell column="all">√</cell></disclosure>
      <form ref="long"/>
      <service seq="1" code="${"9".repeat(40)}"><title>${long(300)}</title><notes><p>${long(50)}</p></notes></service>
    </item>
    <item seq="2" code="002036001002">
      <title>两百种材料的事项</title>
      <channels><channel no="1.">现场办理：${long(120)}；</channel></channels>
      <process>
        <step no="1." name="申请">${long(90)}。</step>
        <step no="2." name="受理">${long(90)}。</step>
        <step no="3." name="办结"/>
      </process>
      <materials>
${numbered(200, (i) => `        <material no="${i + 1}.">第${i + 1}种材料：${long(12 + i % 40)}</material>`)}
      </materials>
      <limit>即时办结</limit>
      <levels><cell level="city">√</cell></levels>
    </item>
    <item seq="3" code="002036001003">
      <title>没有环节的事项</title>
      <materials><material no="1.">身份证</material></materials>
    </item>
    <item seq="4" code="002036001004"><title>${"A".repeat(80)}${"https://example.gov.cn/".repeat(8)}</title>
      <notes><p>${"B".repeat(400)}</p><p>https://example.gov.cn/${"x".repeat(300)}</p></notes>
      <basis><citation>〔2020〕${"1".repeat(200)}号</citation></basis>
    </item>
  </group>
  <group><title/><item><title/></item></group>
  <group no="三、"><title>没有事项的主项</title></group>
  <form ref="long"/>
</catalog>
`;
const longForm = `<form>
  <title>${long(150)}</title>
  <row><cell label="yes">${long(60)}</cell><cell/></row>
  <row><cell label="yes">${"C".repeat(120)}</cell><cell/></row>
</form>
`;

/* ---- other scripts, written from the right too; letters beyond the BMP ---- */
const uyghur = "قەشقەر شەھىرى", tibetan = "ལྷ་ས་གྲོང་ཁྱེར།";
const scripts = `<catalog id="scripts" kind="guide" scheme="">
  <also kind="list"/>
  <also kind="levels"/>
  <region code="653101" name="${uyghur}"/>
  <title>${uyghur}：政务服务事项（${tibetan}）</title>
  <issuer>阿布都热合曼·买买提·吐尔逊</issuer>
  <document number="喀医保〔2020〕3号" date="2020-12-28"/>
  <level id="city" name="${uyghur}"/>
  <level id="town" name="${tibetan}"/>
  <group no="一、">
    <title>${uyghur}（喀什市）</title>
    <item seq="1" code="002036001001">
      <title>داۋالىنىش سۇغۇرتىسى تىزىملىتىش</title>
      <agency>${uyghur}。</agency>
      <audience>ئاھالىلەر（居民）、ئىشچىلار（职工）。</audience>
      <channels>
        <channel no="1.">现场办理：${uyghur} 12-يول；</channel>
        <channel no="2.">电话：0998-2817103。</channel>
      </channels>
      <process>
        <step no="1." name="ئىلتىماس قىلىش">ئاھالىلەر ماتېرىيال تاپشۇرىدۇ。</step>
        <step no="2." name="办结"/>
      </process>
      <materials>
        <material no="1.">كىملىك (身份证)；</material>
        <material no="2.">《تىزىملىتىش جەدۋىلى》一式2份；</material>
        <material no="3.">身份证（كىملىك）原件，2份。</material>
      </materials>
      <limit>5 خىزمەت كۈنى。</limit>
      <levels><cell level="city">√</cell><cell level="town">قوبۇل قىلىش</cell></levels>
    </item>
    <item seq="2" code="002036001002">
      <title>སྨན་བཅོས་འགན་བཅོལ་ཐོ་འགོད།</title>
      <agency>${tibetan}</agency>
      <materials><material no="1.">ཐོབ་ཐང་ལག་ཁྱེར་གྱི་ངོ་མ་དང་འདྲ་བཤུས་རེ་རེ་དགོས་པ་དང་དེ་བཞིན་དུ་ཡིག་ཆ་གཞན་དག་ཀྱང་འཁྱེར་དགོས།</material></materials>
      <limit>即时办结</limit>
    </item>
    <item seq="3" code="002036001003">
      <title>𠮷野家𬭎𪚥👨‍👩‍👧登记</title>
      <agency>阿布都热合曼·买买提·吐尔逊</agency>
      <materials><material no="1.">𬬻𬭊𫟼的证明𡃁</material></materials>
      <limit>即时办结</limit>
    </item>
  </group>
</catalog>
`;

write("many", many(2000));
write("one", one);
write("extremes", extremes, { long: longForm });
write("scripts", scripts);
