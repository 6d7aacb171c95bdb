// The search of site.js over real indexes, against a naive scan of what `mulu export` says of the same catalogs.
//   node tests/search.js PUBLIC EXPORTED     PUBLIC/<id>/search.json, EXPORTED/<id>.json
'use strict';
const fs = require('fs');
const path = require('path');
const S = require('../site/assets/site.js');
const [published, exported] = process.argv.slice(2);
let passed = 0, failed = 0, complaints = 0;

function test(name, body) {
  const before = complaints;
  body();
  if (complaints === before) passed++;
  else { failed++; console.log('not ok', name); }
}
function check(ok, ...what) {
  if (!ok && ++complaints < 30) console.log('  failed:', ...what);
}
const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

// The same numbers each time (xorshift32).
let seed = 20201228;
function random(n) {
  seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5;
  return (seed >>> 0) % n;
}

// What a reader of the exported catalog sees of each item and service, in their order.
function naive(json) {
  const entries = [];
  const texts = (x, group) => {
    const lines = Object.entries(x.printed).filter(([k]) => k !== 'title').map(([, v]) => v)
      .concat(Object.values(x.levels), x.flow.nodes.map(n => n.text), x.flow.materials, group)
      .flatMap(t => t.split('\n')).map(t => t.trim()).filter(t => t);
    return { title: x.title, code: x.code, lines, folded: [x.title, ...lines].map(S.fold) };
  };
  for (const g of json.groups)
    for (const item of g.items) {
      entries.push(texts(item, g.title));
      for (const s of item.services) entries.push(texts(s, g.title));
    }
  return entries;
}

const site = read(path.join(published, 'search/index.json'));
const synonyms = S.openSynonyms(site.synonyms);
const ids = site.catalogs.map(c => c[0]);
const raw = ids.map(id => read(path.join(published, id, 'search.json')));
const differences = list => list.map((n, i) => n - (i ? list[i - 1] : 0));
// An index with its parts put together.
const whole = json => {
  if (!json.parts) return json;
  const folder = path.join(published, json.id, 'search'), all = { ...json, lines: [], of: [], grams: {}, parts: null };
  const part = (kind, n) => read(path.join(folder, `${kind}-${n}.json`));
  for (const kind of ['lines', 'of'])
    json.parts[kind].forEach((first, n) => {
      check(all[kind].length === first, json.id, kind, n, 'begins at', first);
      all[kind].push(...(kind === 'of' ? S.openOf(part(kind, n)).map(differences) : part(kind, n)));
    });
  check(all.lines.length === json.parts.n && all.of.length === json.parts.n, json.id, 'number of lines');
  for (let n = 0; n < json.parts.grams; n++) Object.assign(all.grams, part('grams', n));
  return all;
};
const together = raw.map(whole);
const catalogs = together.map(json => S.openCatalog(json));
const big = raw.filter(json => json.parts).map(json => json.id);
const seen = ids.map(id => naive(read(path.join(exported, id + '.json'))));
const places = site.catalogs.map(([id, title, region]) => ({ id, region }));
const ask = (text, among = catalogs) => {
  const found = S.search(among, S.question(text, synonyms, places));
  return Array.from({ length: found.total }, (_, i) => found.at(i));
};

test('entries stand in the order of the catalog', () => {
  seen.forEach((entries, c) => {
    check(entries.length === catalogs[c].entries.length, ids[c], entries.length);
    entries.forEach((e, i) => {
      check(S.fold(e.title) === catalogs[c].entries[i].folded, ids[c], i, e.title);
      check(e.code === catalogs[c].entries[i].code, ids[c], i, e.code);
    });
    check(site.catalogs[c][3] === entries.length, ids[c], 'number in index.json');
  });
});

test('program and page fold alike: all sequences of two characters', () => {
  together.forEach((json, c) => {
    const grams = {};
    json.lines.forEach((line, i) => {
      const chars = Array.from(S.fold(line));
      for (let k = 0; k + 1 < chars.length; k++) {
        const list = grams[chars[k] + chars[k + 1]] = grams[chars[k] + chars[k + 1]] || [];
        if (list[list.length - 1] !== i) list.push(i);
      }
    });
    check(Object.keys(grams).length === Object.keys(json.grams).length, ids[c], 'number of grams');
    for (const gram in grams)
      check(String(grams[gram]) === String(S.numbers(json.grams[gram])), ids[c], gram);
    for (const gram in json.grams)
      check(Array.from(gram).length === 2 && grams[gram], ids[c], 'gram', gram);
  });
});

let queries = 0;
test('any piece of two characters or more is found in all items that have it', () => {
  for (let n = 0; n < 4000; n++) {
    const c = random(catalogs.length), entry = seen[c][random(seen[c].length)];
    const texts = [entry.title, ...entry.lines], chars = Array.from(texts[random(texts.length)]);
    const from = random(Math.max(1, chars.length - 1));
    const piece = chars.slice(from, from + 2 + random(random(4) ? 6 : 60)).join('');
    const q = S.fold(piece);
    if (Array.from(q).length < 2) continue;
    queries++;
    const found = new Set(ask(piece, [catalogs[c]]).map(r => r.entry));
    seen[c].forEach((e, i) => {
      if (e.folded.some(t => t.includes(q)))
        check(found.has(catalogs[c].entries[i]), ids[c], 'missed', JSON.stringify(piece), e.title);
    });
  }
  check(queries > 3000, 'queries', queries);
});

test('what is found has it; better places come first', () => {
  for (let n = 0; n < 1000; n++) {
    const c = random(catalogs.length), entry = seen[c][random(seen[c].length)];
    const texts = [entry.title, ...entry.lines], chars = Array.from(texts[random(texts.length)]);
    const from = random(Math.max(1, chars.length - 1));
    const q = S.fold(chars.slice(from, from + 2 + random(5)).join(''));
    if (Array.from(q).length < 2) continue;
    let last = 0;
    for (const r of ask(q)) {
      check(r.rank >= last, q, 'rank', r.rank, 'behind', last);
      last = r.rank;
      const t = r.entry.folded;
      if (r.rank === 0) check(t === q, q, t);
      if (r.rank === 1) check(t.startsWith(q) && t !== q, q, t);
      if (r.rank === 2) check(t.includes(q) && !t.startsWith(q), q, t);
      if (r.rank === 3) check(S.fold(r.entry.code).includes(q), q, r.entry.code);
      if (r.rank === 6) check(S.fold(r.line).includes(q), q, r.line);
      if (r.rank > 2) check(!t.includes(q), q, 'is in the title', t);
    }
  }
});

test('a single character is looked for in titles, and in all of them', () => {
  const chars = new Set(seen.flat().flatMap(e => Array.from(S.fold(e.title))));
  for (const c of chars) {
    const wanted = seen.flat().filter(e => S.fold(e.title).includes(c)).length;
    const got = ask(c).filter(r => r.rank <= 2).length;
    check(got === wanted, c, got, wanted);
  }
  check(chars.size > 100, chars.size);
});

test('codes, from their beginning and from the middle', () => {
  seen.forEach((entries, c) => entries.forEach(e => {
    if (!/^[0-9A-Za-z-]{6,}$/.test(e.code)) return;
    for (const q of [e.code, e.code.slice(0, 8), e.code.slice(3), e.code.toUpperCase()]) {
      const found = ask(q, [catalogs[c]]).map(r => r.entry.code);
      check(found.includes(e.code), ids[c], q);
    }
  }));
});

test('pinyin and initials of every title', () => {
  for (const catalog of catalogs)
    for (const e of catalog.entries) {
      if (!/^[a-z]+( [a-z]+)+$/.test(e.spoken.syllables)) continue;
      check(/[^ ]/.test(e.spoken.syllables) && !/  /.test(e.spoken.syllables), e.title);
      const words = e.spoken.syllables.split(' ');
      const from = random(words.length - 1), part = words.slice(from, from + 2 + random(4));
      for (const q of [part.join(''), part.join(' '), part.map(w => w[0]).join(''), words.map(w => w[0]).join('')])
        check(ask(q, [catalog]).some(r => r.entry === e), q, e.title);
    }
  const spoken = [['yidi', '异地'], ['ydjy', '异地就医'], ['changqi', '长期'], ['lvse', null], ['shengyu', '生育'],
    ['ling huo jiu ye', '灵活就业'], ["xi'an", null], ['YIDIJIUYI', '异地就医']];
  for (const [q, title] of spoken) {
    const titles = ask(q).filter(r => r.rank === 4).map(r => r.entry.title);
    if (title) check(titles.length && titles[0].includes(title), q, titles[0]);
  }
  check(!ask('idi').some(r => r.rank === 4), 'a syllable is not found from its middle');
});

test('everyday words', () => {
  for (const [word, ...words] of site.synonyms) {
    if (words[0] === '~') continue;
    const found = ask(word);
    seen.forEach((entries, c) => entries.forEach((e, i) => {
      if (words.some(w => e.folded.some(t => t.includes(w))))
        check(found.some(r => r.entry === catalogs[c].entries[i]), word, e.title);
    }));
  }
  const said = [['报销', '报销'], ['生孩子', '生育'], ['外地看病', '异地'], ['买药', '药'], ['外地看病怎么报销', '异地'],
    ['我想查余额', '账户'], ['慢性病 外地', '特殊门诊']];
  for (const [q, part] of said) {
    const all = ask(q);
    check(all.length && (all[0].entry.title + all[0].line).includes(part), q, all.length && all[0].entry.title);
  }
  const heads = catalogs.map(c => ({ ...c, lines: null })); // what shards have
  const some = ask('门诊 龘龘龘', heads);
  check(some.length && some.every(r => r.rank === 8 && r.entry.title.includes('门诊')), 'some words', some.length);
  check(ask('怎么办').every(r => r.rank <= 6), 'words to leave out find nothing by themselves');
});

// What people ask, and what a title among the first three has to say; in which catalogs ('' for all of them together).
const five = ['ningxia', 'ningxiang', 'pingdingshan', 'xinjiang', 'yuanjiang'];
const asked = [
  ['外地看病报销', '', '异地门诊费用报销'], ['外地看病报销', 'ningxia', '住院费用报销'], ['外地看病报销', 'ningxiang', '异地医疗住院费用报销'],
  ['外地看病报销', 'pingdingshan xinjiang yuanjiang', '门诊费用报销'], ['外地住院报销', '', '异地医疗住院费用报销'],
  ['在外地看病怎么报销', '', '异地门诊费用报销'], ['外省看病报销', '', '异地门诊费用报销'], ['外地就医', five.join(' '), '异地'],
  ['跨省看病', five.join(' '), '异地'], ['外省住院', five.join(' '), '异地'],
  ['断了医保', 'yuanjiang ningxiang', '断档补缴'], ['医保断了', 'ningxia', '恢复参保'], ['断保', 'yuanjiang', '断档补缴'], ['断缴', 'ningxiang', '断档补缴'],
  ['没交医保', 'yuanjiang', '断档补缴'], ['补交', 'yuanjiang', '断档补缴'], ['漏缴', 'ningxiang', '断档补缴'],
  ['打印证明', five.join(' '), '参保凭证'], ['开证明', five.join(' '), '参保凭证'], ['缴费证明', five.join(' '), '参保凭证'],
  ['改手机号', five.join(' '), '信息变更'], ['换手机', five.join(' '), '信息变更'], ['改姓名', five.join(' '), '信息变更'],
  ['娃娃医保', five.join(' '), '参保登记'], ['新生儿', five.join(' '), '参保登记'], ['新生儿登记', five.join(' '), '参保登记'],
  ['小孩', five.join(' '), '居民参保登记'], ['宝宝', five.join(' '), '居民参保登记'], ['大学生', five.join(' '), '居民参保登记'],
  ['城乡居民医保登记', five.join(' '), '城乡居民参保登记'], ['医保登记', five.join(' '), '参保登记'], ['职工医保登记', five.join(' '), '职工参保登记'],
  ['生二胎', five.join(' '), '生育'], ['怀孕', five.join(' '), '生育'], ['生孩子报销', 'yuanjiang pingdingshan', '生育医疗费支付'],
  ['生育补贴', five.join(' '), '生育'], ['生孩子报销', 'ningxiang', '生育医疗费'],
  ['爷爷死了', five.join(' '), '个人账户'], ['过世', 'ningxiang', '死亡'], ['继承', 'yuanjiang pingdingshan xinjiang', '个人账户一次性支取'],
  ['提现', 'ningxiang', '提现'], ['销户', 'ningxiang', '销户'], ['出国', 'ningxia', '出国'], ['出国', 'ningxiang', '回国'],
  ['买药', 'ningxiang', '双通道'], ['买药', 'ningxia', '双通道药品'], ['买药', 'yuanjiang', '特殊药品'], ['买药', 'xinjiang', '特药'], ['拿药', 'xinjiang', '特药'],
  ['糖尿病', 'ningxia', '糖尿病'], ['高血压', 'xinjiang yuanjiang', '慢特病'], ['透析', 'ningxiang', '尿毒症'], ['慢病', 'ningxiang', '特殊门诊'],
  ['离职', 'ningxia', '暂停参保'], ['停医保', 'ningxia', '暂停参保'], ['公司', five.join(' '), '单位'], ['医保码', 'ningxia', '医保电子凭证'],
  ['查缴费', five.join(' '), '信息查询'], ['困难户', five.join(' '), '救助'], ['大病救助', five.join(' '), '救助'], ['报账', five.join(' '), '报销'],
];
test('what people ask finds what they mean, among the first three', () => {
  const first = (q, among) => ask(q, among).slice(0, 3).map(r => r.entry.folded);
  for (const [q, where, title] of asked)
    for (const among of where ? where.split(' ').map(id => [catalogs[ids.indexOf(id)]]) : [catalogs])
      check(first(q, among).some(t => t.includes(title)), q, where && among[0].id, first(q, among).join());
});

test('items of offices and firms stand behind those of citizens, of the same rank', () => {
  const firm = r => /医疗机构|零售药店|医药机构|单位/.test(r.entry.folded + S.fold(r.catalog.groups[r.entry.group]));
  for (const q of ['买药', '参保登记', '信息变更', '费用结算', '报销', '医保']) {
    const found = ask(q), at = found.findIndex(firm);
    found.forEach((r, i) => check(!i || r.rank > found[i - 1].rank || firm(r) >= firm(found[i - 1]), q, r.entry.title));
    check(found.some(r => !firm(r)), q, at);
  }
  check(!firm(ask('买药')[0]), 'citizens first');
});

test('a text of the basis says less than a title', () => {
  const cited = S.fold('《自治区医疗保障局关于异地就医急诊急救'); // in the basis of one item of ningxia
  const found = ask('外地看病报销', [catalogs[ids.indexOf('ningxia')]]);
  check(found.findIndex(r => S.fold(r.line || '').includes(cited)) !== 0, found[0].line);
  check(ask(cited, catalogs).some(r => r.catalog.id === 'ningxia' && r.rank === 6), 'and is found all the same');
});

test('nothing quite: what is nearest', () => {
  for (const [q, title] of [['异地就医备按', '异地'], ['城乡居民参宝登记', '城乡居民参保登记'], ['门诊费用包销', '门诊费用报销']]) {
    const r = ask(q)[0];
    check(r && (r.rank === 8 || r.rank === 10) && r.entry.folded.includes(title), q, r && r.entry.title);
    check(S.search(catalogs, S.question(q, synonyms, places)).near, q, 'is said to be near');
  }
  for (const q of ['上户口', '办身份证', '宇宙飞船驾照']) check(!ask(q).length, q, ask(q).length);
});

test('all regions have what each of them has', () => {
  const name = r => r.catalog.id + r.entry.href + ' ' + r.rank;
  for (const q of asked.map(row => row[0]).concat(site.synonyms.map(row => row[0]), '宁乡外地看病', '异地就医备按', '生育 材料 男职工')) {
    const all = new Set(ask(q).map(name));
    for (const catalog of catalogs)
      for (const r of ask(q, [catalog])) check(all.has(name(r)), q, name(r), r.entry.title);
  }
});

test('the name of a place is a region', () => {
  for (const [q, id] of [['宁乡外地看病', 'ningxiang'], ['外地看病 沅江', 'yuanjiang'], ['沅江市买药', 'yuanjiang'], ['宁夏生孩子', 'ningxia'],
    ['在平顶山怎么报销', 'pingdingshan'], ['宁夏回族自治区报销', 'ningxia']]) {
    const found = ask(q);
    check(found.length && found.every(r => r.catalog.id === id || r.rank <= 6), q, found.length && found[0].catalog.id);
    check(found.length && found[0].catalog.id === id, q, 'first');
  }
  const others = [{ id: 'a', region: '新疆维吾尔自治区' }, { id: 'b', region: '新绛县' }, { id: 'c', region: '合作市' }, { id: 'd', region: '' }, { id: 'e', region: '新绛县' }];
  for (const [q, wanted] of [['新疆报销', 'a'], ['新绛报销', 'b e'], ['新绛县报销', 'b e'], ['合作医疗报销', ''], ['合作报销', 'c'], ['新绛', ''], ['新报销', '']])
    check([...S.question(q, synonyms, others).ids].join(' ') === wanted, q, [...S.question(q, synonyms, others).ids]);
  // Whatever names the place in a text is found as ever.
  const text = '沅江市医疗保险特殊药品使用申请表';
  check(ask(text).some(r => r.rank === 6 && S.fold(r.line).includes(text)), text);
});

test('levels as people say them, and codes of main items', () => {
  check(ask('村里').some(r => r.catalog.id === 'ningxiang' && r.line === '村里能办'), '村里');
  for (const c of ['00203600600Y', '00203600600y', '3600600Y']) {
    const found = ask(c, [catalogs[ids.indexOf('yuanjiang')]]).map(r => r.entry.title);
    check(found.join() === '门诊费用报销,住院费用报销', c, found.join());
  }
});

test('nothing is found of nothing', () => {
  for (const q of ['', ' ', '\u3000\u200b', '@@@@', 'hasOwnProperty', 'valueOf', '龘龘龘', '.*'])
    check(ask(q).length === 0, JSON.stringify(q), ask(q).length);
});

test('marks stand on what was asked, and nothing of a text is lost', () => {
  for (let n = 0; n < 2000; n++) {
    const c = random(catalogs.length), entry = seen[c][random(seen[c].length)];
    const text = entry.lines[random(entry.lines.length)] || entry.title, chars = Array.from(text);
    const from = random(Math.max(1, chars.length - 1));
    const q = S.fold(chars.slice(from, from + 2 + random(5)).join(''));
    if (!q || !S.fold(text).includes(q)) continue; // half of a letter
    const whole = S.pieces(text, [q], true), brief = S.pieces(text, [q], false);
    check(whole.map(p => p[0]).join('') === text, 'lost', text);
    for (const p of [whole, brief])
      check(p.some(([t, marked]) => marked && S.fold(t).includes(q)), 'not marked', q, text);
    check(text.includes(brief.map(p => p[0]).join('').replace(/^…|…$/g, '')), 'brief', text);
  }
  const cases = [['Ａ㎡Ⅷ', 'm2v', 'Ａ[㎡Ⅷ]'], ['x𠮷野家', '野家', 'x𠮷[野家]'], ['待 遇', '待遇', '[待 遇]'],
    ['<b>甲乙</b>', '甲乙', '<b>[甲乙]</b>'], ['aaaa', 'aa', '[aaaa]'], ['甲', '乙', '甲'],
    ['ﾊﾟｿｺﾝ', 'パソ', '[ﾊﾟｿ]ｺﾝ'], ['ΟΔΟΣ', 'οδοσ', '[ΟΔΟΣ]']];
  for (const [text, q, wanted] of cases) {
    const got = S.pieces(text, [q], true).map(([t, m]) => m ? '[' + t + ']' : t).join('');
    check(got === wanted, got, wanted);
  }
});

const weight = file => fs.statSync(path.join(published, file)).size;
test('what is loaded of one region weighs less than 200 KB', () => {
  for (const id of ids) check(weight(id + '/search.json') < 200 * 1000, id);
});

test('the shards of the site have the first lines of the catalogs', () => {
  const shards = new Map();
  site.catalogs.forEach((row, c) => {
    if (!shards.has(row[4])) shards.set(row[4], read(path.join(published, `search/titles-${row[4]}.json`)));
    const head = shards.get(row[4]).find(json => json.id === row[0]);
    check(head && JSON.stringify(head.items) === JSON.stringify(raw[c].items), row[0]);
    check(head && !head.lines && !head.parts, row[0], 'texts');
  });
});

test('addresses lead to pages that are there, and to places on them', () => {
  catalogs.forEach(catalog => catalog.entries.forEach(e => {
    const [page, anchor] = e.href.split('#'), file = path.join(published, catalog.id, page);
    check(fs.existsSync(file), file);
    if (anchor && fs.existsSync(file))
      check(fs.readFileSync(file, 'utf8').includes(`id="${anchor}"`), file, anchor);
  }));
});

/* A region in parts, as the page asks it: files come when they are needed. Asked on until the
   end it finds what the whole index finds; the first answer weighs no more than a phone may load. */
async function inParts(id) {
  const at = ids.indexOf(id), texts = seen[at];
  const questions = site.synonyms.map(row => row[0]).concat(['外地看病怎么报销', '医 保', '龘龘龘', texts[0].code, 'dengji', '一']);
  for (let n = 0; n < 150; n++) {
    const entry = texts[random(texts.length)], lines = [entry.title, ...entry.lines];
    const chars = Array.from(lines[random(lines.length)]), from = random(Math.max(1, chars.length - 1));
    questions.push(chars.slice(from, from + 2 + random(random(4) ? 5 : 80)).join(''));
  }
  let most = 0, parts = 0;
  for (const text of questions) {
    const files = new Set(), fetchFile = async file => { files.add(file); return read(path.join(published, file)); };
    const catalog = S.openCatalog(raw[at]), q = S.question(text, synonyms, places);
    await S.gather([catalog], q, fetchFile);
    let to = 0, now, bytes = 0;
    const shown = [];
    do {
      now = await S.look([catalog], q, to, 60, fetchFile);
      for (let i = to; i < now.to; i++) shown.push(now.found.at(i));
      check(now.to > to || now.to === now.found.total, id, text, 'stands still at', to);
      if (!to) bytes = weight(id + '/search.json') + [...files].reduce((sum, f) => sum + weight(f), 0);
      to = Math.max(now.to, to + 1);
    } while (to < now.found.total);
    check(bytes < 200 * 1000, id, text, bytes, 'bytes');
    most = Math.max(most, bytes);
    parts = Math.max(parts, files.size);
    check(now.found.sure || !shown.length, id, text, 'not sure at the end');
    const wanted = S.search([catalogs[at]], q), list = Array.from({ length: wanted.total }, (_, i) => wanted.at(i));
    if (q.terms.some(t => t.any.some(w => Array.from(w).length === 1))) continue; /* not in texts of parts */
    const name = r => r.rank + ' ' + r.entry.href + ' ' + r.line;
    check(shown.map(name).join() === list.map(name).join(), id, JSON.stringify(text), shown.length, 'of', list.length);
  }
  check(parts > 10, id, 'parts', parts);
  console.log(`${id}: a first answer takes up to ${Math.ceil(most / 1000)} KB of the index`);
}

(async () => {
  test('there is a region in parts', () => check(big.length === 1, big));
  for (const id of big) {
    const before = complaints;
    await inParts(id);
    if (complaints === before) passed++;
    else { failed++; console.log('not ok', id, 'in parts'); }
  }
  console.log(`${queries} pieces of texts looked for`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
