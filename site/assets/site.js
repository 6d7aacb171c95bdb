/* What pages can do beyond being read: large letters, reading aloud, filters, search. Without
   this file every page still says everything and every link still leads somewhere. The part that
   searches knows no page and runs in node for tests; docs/search.md tells what it fetches. */
(() => {
'use strict';

/* ---- search: texts ---- */

/* As text_fold() of the program: NFKC, small letters, no blanks and nothing of no width; the
   sigma at the end of a word as any other, so that a piece of a text folds as in the whole. */
const BLANKS = /[\s\u00ad\u200b\u2060]+/g;
const fold = text => text.normalize('NFKC').toLowerCase().replace(/ς/g, 'σ').replace(BLANKS, '');

/* Characters with what melts into them when they are folded: ﾊ and its mark. */
function clusters(text) {
  const out = [], nfkc = s => s.normalize('NFKC');
  for (const c of text) {
    const last = out.length - 1;
    if (last >= 0 && nfkc(out[last] + c) !== nfkc(out[last]) + nfkc(c)) out[last] += c;
    else out.push(c);
  }
  return out;
}

/* Where the needles (folded) stand in a text: [from, to] in the text, in order, not
   overlapping. Characters are folded one by one to know where each came from. */
function ranges(text, needles) {
  const from = [], to = [], found = [], apart = [];
  let folded = '', at = 0;
  for (const c of clusters(text)) {
    const f = fold(c);
    for (let i = 0; i < f.length; i++) { from.push(at); to.push(at + c.length); }
    folded += f;
    at += c.length;
  }
  for (const needle of needles)
    for (let i = needle ? folded.indexOf(needle) : -1; i >= 0; i = folded.indexOf(needle, i + needle.length))
      found.push([from[i], to[i + needle.length - 1]]);
  found.sort((a, b) => a[0] - b[0]);
  for (const r of found) {
    const last = apart[apart.length - 1];
    if (last && r[0] <= last[1]) last[1] = Math.max(last[1], r[1]);
    else apart.push(r);
  }
  return apart;
}

/* A text as pieces [text, marked]; of a long one what stands around the first match. */
const BEFORE = 20, LONGEST = 90;
function pieces(text, needles, whole) {
  const marks = ranges(text, needles), out = [];
  const split = i => i > 0 && /[\udc00-\udfff]/.test(text.charAt(i));
  const put = (piece, marked) => { if (piece) out.push([piece, marked]); };
  let start = 0, end = text.length;
  if (!whole && end > LONGEST) {
    const [first, behind] = marks[0] || [0, 0];
    start = Math.max(0, first - BEFORE);
    end = Math.min(end, Math.max(start + LONGEST, behind));
    if (split(start)) start--;
    if (split(end)) end++;
  }
  if (start > 0) put('…', false);
  let at = start;
  for (const [from, to] of marks) {
    if (from >= end) break;
    put(text.slice(at, from), false);
    put(text.slice(from, at = Math.min(to, end)), true);
  }
  put(text.slice(at, end), false);
  if (end < text.length) put('…', false);
  return out;
}

/* ---- search: the index ---- */

/* What is compared of a title. Catalogs share most of theirs, so each is made ready once. */
const titles = new Map();
function openTitle(title, syllables) {
  if (!titles.has(title))
    titles.set(title, {
      folded: fold(title), syllables, pinyin: syllables.replace(/ /g, ''),
      initials: syllables.replace(/(\S)\S* ?/g, '$1'), starts: null
    });
  return titles.get(title);
}

/* A title's syllables by its characters, as the program does it (search_head.c). */
const spell = (title, spellings) => Array.from(fold(title))
  .map(c => /[a-z0-9]/.test(c) ? c : ' ' + (spellings.get(c) || '') + ' ')
  .join('').replace(/ +/g, ' ').trim();

/* Reads the rows of "items" one after the other. */
function openEntries({ spell: spoken, groups, items }) {
  const spellings = new Map();
  let code = '', group = 0, left = groups.length ? groups[0][1] : 0;
  for (const syllables of Object.keys(spoken))
    for (const c of spoken[syllables]) spellings.set(c, syllables);
  return items.map(([title, rest, href, syllables]) => {
    const t = titles.get(title) || openTitle(title, syllables === undefined ? spell(title, spellings) : syllables);
    while (!left) left = groups[++group][1];
    left--;
    code = code.slice(0, parseInt(rest.charAt(0), 36)) + rest.slice(1);
    return {
      title, code, href: href || code + '.html', group,
      spoken: t, folded: t.folded, foldedCode: fold(code)
    };
  });
}

/* A catalog's index, or the first line of one (then without texts), made ready. With parts its
   texts are filled in as they come: what a question needs is had by gather(). */
function openCatalog(json) {
  const parts = json.parts || null;
  return {
    id: json.id, title: json.title, region: json.region, entries: openEntries(json),
    groups: json.groups.map(([title]) => title), basis: new Set(numbers(json.basis || [])),
    lines: parts ? new Array(parts.n) : json.lines || null,
    of: parts ? new Array(parts.n) : json.of ? openOf(json.of) : null,
    grams: parts ? {} : json.grams || null, folded: [], parts, here: new Set()
  };
}

/* Who prints the lines of a file, as numbers of entries. */
function openOf(rows) {
  const out = [];
  let first = 0;
  for (let row of rows) {
    if (row < 0) { for (; row < 0; row++) out.push([first]); continue; }
    const list = typeof row === 'number' ? [first + row] : numbers(row);
    first = list[0];
    out.push(list);
  }
  return out;
}

/* Synonyms by the length of their word, the longest first; those with ~ are what marks an item
   of offices and firms. */
const openSynonyms = rows => rows.map(([word, ...words]) => ({ word, words, later: words[0] === '~' }))
  .sort((a, b) => b.word.length - a.word.length);

/* A list of the index: differences, and -n for n numbers that are larger by one each. */
function numbers(differences) {
  const out = [];
  let sum = 0;
  for (let d of differences) {
    if (d >= 0) out.push(sum += d);
    else for (; d < 0; d++) out.push(++sum);
  }
  return out;
}

function foldedLine(catalog, i) {
  if (catalog.folded[i] === undefined) catalog.folded[i] = fold(catalog.lines[i]);
  return catalog.folded[i];
}

/* What stands in both lists; they rise. */
function common(a, b) {
  let j = 0;
  return a.filter(n => {
    while (b[j] < n) j++;
    return b[j] === n;
  });
}

/* The sequences of two characters by which a text is looked for: of a long one some, from all
   over it, as each may have to be fetched. */
function sequences(text) {
  const chars = Array.from(text), last = chars.length - 2, out = [];
  if (last >= 0) for (const sixth of [0, 6, 3, 1, 5, 2, 4]) {
    const at = Math.floor(sixth * last / 6), gram = chars[at] + chars[at + 1];
    if (!out.includes(gram)) out.push(gram);
  }
  return out;
}

/* Whether it is known where a sequence stands. */
const isHere = (catalog, gram) => !catalog.parts || catalog.here.has(gramPart(gram, catalog.parts.grams));

/* The lines of a catalog with a folded text: the lists of its sequences of two characters
   are cut, and what is left is looked into. A line that has not been fetched may have it. */
function linesWith(catalog, needle) {
  const size = Array.from(needle).length;
  if (!catalog.lines || !size) return [];
  let left = size > 1 ? null : catalog.parts ? [] : catalog.lines.map((line, i) => i);
  for (const gram of sequences(needle)) {
    if (!isHere(catalog, gram)) continue;
    const known = Object.prototype.hasOwnProperty.call(catalog.grams, gram);
    const list = known ? numbers(catalog.grams[gram]) : [];
    left = left ? common(left, list) : list;
  }
  return (left || []).filter(i => catalog.lines[i] === undefined || foldedLine(catalog, i).includes(needle));
}

/* ---- search: the question ---- */

/* A word of the question: itself, and what it stands for. What another of them is a part of
   need not be looked for. */
function term(text, words) {
  const all = [text, ...(words || [])];
  const any = all.filter(word => !all.some(other => other !== word && word.includes(other)));
  return { known: !!words, any, seen: new RegExp(any.map(word => word.replace(/[^\w\u3400-\u9fff]/g, '\\$&')).join('|')) };
}
const inTitle = (term, entry) => term.seen.test(entry.folded);

/* 外地看病报销: words of the table, and what stands between them. Words to leave out go, and
   single characters between words of the table. */
function cut(word, synonyms) {
  const terms = [];
  let rest = '', known = false;
  function close() {
    if (rest) terms.push(term(rest));
    rest = '';
  }
  for (let i = 0; i < word.length;) {
    const s = synonyms.find(s => !s.later && word.startsWith(s.word, i));
    if (!s) { rest += word.charAt(i++); continue; }
    close();
    known = true;
    if (s.words.length) terms.push(term(s.word, s.words));
    i += s.word.length;
  }
  close();
  return known ? terms.filter(t => t.known || Array.from(t.any[0]).length > 1) : terms;
}

/* 宁乡外地看病, 平顶山市…: the catalogs of the place that a text names, and the rest of the text;
   null: none. Of 宁夏回族自治区 two characters do. What the table knows (合作医疗) is no place. */
const TAIL = /^(.*自治.|[省市县区州盟旗]?)$/;
function placed(text, catalogs, synonyms) {
  let place = null, longest = 1;
  for (const { id, region } of catalogs) for (let i = 0; region && i < text.length; i++) {
    let n = 0;
    while (n < region.length && text.charAt(i + n) === region.charAt(n)) n++;
    if (n < longest || n < 2 || !TAIL.test(region.slice(n)) ||
        synonyms.some(s => s.word.length > n && text.startsWith(s.word, i))) continue;
    if (n > longest) place = { ids: new Set(), rest: text.slice(0, i) + ' ' + text.slice(i + n) };
    longest = n;
    place.ids.add(id);
  }
  return place && fold(place.rest).length > 1 ? place : null;
}

/* What is looked for: the text as it is, and its words, where these say something else. With a
   place in it its words are for the catalogs of that place, the text is for all. */
function question(text, synonyms, catalogs) {
  const phrase = fold(text), place = placed(text, catalogs || [], synonyms);
  let terms = place ? [] : [].concat(...text.split(/\s+/).map(word => cut(fold(word), synonyms)));
  if (terms.length === 1 && terms[0].any.length === 1 && terms[0].any[0] === phrase) terms = [];
  const rest = place && question(place.rest, synonyms), chars = Array.from(phrase);
  return {
    phrase, terms, rest, single: chars.length === 1, ids: place ? place.ids : new Set(),
    needles: [phrase].concat(...terms.map(t => t.any), rest ? rest.needles : []),
    near: place ? [] : chars.slice(1).map((c, i) => chars[i] + c),
    later: synonyms.filter(s => s.later).map(s => s.word),
    code: /^[0-9a-z-]{2,}$/.test(phrase) && /[0-9]/.test(phrase),
    letters: /^[a-z'ü]{2,}$/.test(phrase) ? phrase.replace(/'/g, '') : ''
  };
}

/* ---- search: ranking ---- */

const EXACT = 0, PREFIX = 1, TITLE = 2, CODE = 3, PINYIN = 4, SYNONYM = 5, TEXT = 6, WORDS = 7, SOME = 8, LAST = 9, NEAR = 10;

/* Where the letters begin in a title's pinyin, at the start of a syllable; or -1. A keyboard
   without ü has v for it, the index u; names in Latin letters have a v of their own. */
function spokenAt(spoken, letters) {
  const u = letters.replace(/[vü]/g, 'u'), at = lettersAt(spoken, u);
  return at < 0 && u !== letters ? lettersAt(spoken, letters) : at;
}

function lettersAt(spoken, letters) {
  for (let i = spoken.pinyin.indexOf(letters); i >= 0; i = spoken.pinyin.indexOf(letters, i + 1)) {
    if (!spoken.starts) spoken.starts = starts(spoken.syllables);
    if (spoken.starts[i]) return i;
  }
  return spoken.initials.indexOf(letters);
}

/* 1 for each letter of the pinyin that begins a syllable. */
function starts(syllables) {
  const marks = new Uint8Array(syllables.length + 1);
  let at = 0;
  for (const s of syllables.split(' ')) { marks[at] = 1; at += s.length; }
  return marks;
}

/* [rank, place of the match] by what is said of the entry itself; null: nothing. */
function rankTitle(entry, q) {
  let at = entry.folded.indexOf(q.phrase);
  if (at === 0) return [entry.folded.length === q.phrase.length ? EXACT : PREFIX, 0];
  if (at > 0) return [TITLE, at];
  if (q.code && (at = entry.foldedCode.indexOf(q.phrase)) >= 0) return [CODE, at];
  return q.letters && (at = spokenAt(entry.spoken, q.letters)) >= 0 ? [PINYIN, at] : null;
}

/* How many words of the question its title does not have. */
function missing(entry, q) {
  let n = 0;
  for (const t of q.terms) n += !inTitle(t, entry);
  return n;
}

/* Where there is nothing else: titles, their own or their group's, with most of the sequences of
   the question. */
function rankNear(catalog, q) {
  const most = (q.near.length - 1) >> 1;
  if (!catalog.near) catalog.near = catalog.groups.map(fold);
  function others(title) {
    let n = 0;
    for (let i = 0; i < q.near.length && n <= most; i++) n += !title.includes(q.near[i]);
    return n;
  }
  const groups = catalog.near.map(others);
  return catalog.entries.map(entry => {
    const n = Math.min(others(entry.folded), groups[entry.group]);
    return n <= most ? [NEAR, n] : null;
  });
}

/* For each entry that prints one of the lines the first of them, a legal basis last of all. */
function firstLines(catalog, lines) {
  const first = new Map();
  for (const basis of [false, true])
    for (const line of lines)
      if (catalog.basis.has(line) === basis)
        for (const entry of catalog.of[line] || [])
          if (!first.has(entry)) first.set(entry, line);
  return first;
}

/* What the texts of a catalog answer: entry → [rank, place, line]. */
function rankTexts(catalog, q) {
  const found = new Map();
  if (!catalog.lines || q.single) return found;
  firstLines(catalog, linesWith(catalog, q.phrase))
    .forEach((line, i) => found.set(i, [TEXT, catalog.basis.has(line) ? 1 : 0, line]));
  if (!q.terms.length) return found;
  const lists = q.terms.map(t =>
    firstLines(catalog, [].concat(...t.any.map(word => linesWith(catalog, word)))));
  catalog.entries.forEach((entry, i) => {
    if (found.has(i)) return;
    const missing = lists.filter((list, k) => !inTitle(q.terms[k], entry));
    const lines = missing.map(list => list.get(i));
    if (!lines.length || lines.includes(undefined)) return;
    const last = lines.some(line => catalog.basis.has(line)) || (lines.length > 1 && lines.length === q.terms.length);
    found.set(i, [last ? LAST : WORDS, lines.length, lines[0]]);
  });
  return found;
}

/* What answers a question in a catalog: [rank, place, line] or null for each entry. It does not
   matter which other catalogs are looked through. */
function rankCatalog(catalog, q) {
  const texts = rankTexts(catalog, q), n = q.terms.length, left = new Uint8Array(catalog.entries.length);
  const ranks = catalog.entries.map((entry, i) => {
    const rank = rankTitle(entry, q);
    if (!rank && n) left[i] = missing(entry, q);
    return rank || (n && !left[i] ? [SYNONYM, 0] : null);
  });
  /* no title has all words: those with half of them, or with any when texts have nothing either */
  if (!ranks.some(Boolean) && n > 1) left.forEach((m, i) => {
    if (m < n && (!texts.size || m * 2 <= n)) ranks[i] = [SOME, m];
  });
  texts.forEach((text, i) => { ranks[i] = better(ranks[i], text); });
  const all = q.near.length < 3 || ranks.some(Boolean) ? ranks : rankNear(catalog, q);
  if (!q.ids.has(catalog.id)) return all;
  const rest = rankCatalog(catalog, q.rest);
  return all.map((rank, i) => better(rank, rest[i]));
}

const better = (a, b) => !a ? b : !b || a[0] <= b[0] ? a : b;

/* Whether an item is one of offices and firms; looked at once. */
function isLater(catalog, entry, q) {
  if (entry.later === undefined) {
    const title = entry.folded + fold(catalog.groups[entry.group]);
    entry.later = +q.later.some(word => title.includes(word));
  }
  return entry.later;
}

/* All that answers a question, the best first: { total, sure, at(i) → { catalog, entry, rank,
   number, line } }; what is found in texts stands as in the catalogs. "near" says that nothing has
   all that was asked. A line not fetched yet is undefined, and its entry may be struck off when it
   is; "sure" says that none will. A result is one number (rank, items for citizens first, place,
   length of the title, order), so that sorting fifty thousand takes a few milliseconds. */
const PLACES = 64, LENGTHS = 256, ORDERS = 4194304;
function search(catalogs, q) {
  const keys = [], lines = new Map(), firsts = [];
  const exact = q.needles.every(needle => Array.from(needle).length <= 2);
  let order = 0, sure = true, near = true;
  function add(catalog, entry, [rank, place, line]) {
    const text = line !== undefined;
    keys.push((((rank * 2 + isLater(catalog, entry, q)) * PLACES + Math.min(place, PLACES - 1)) * LENGTHS +
               (text ? 0 : Math.min(entry.folded.length, LENGTHS - 1))) * ORDERS + order);
    near = near && (rank === SOME || rank === NEAR);
    if (!text) return;
    lines.set(order, line);
    sure = sure && (exact || catalog.lines[line] !== undefined);
  }
  if (q.phrase) for (const catalog of catalogs) {
    firsts.push(order);
    rankCatalog(catalog, q).forEach((rank, i) => {
      if (rank) add(catalog, catalog.entries[i], rank);
      order++;
    });
  }
  const sorted = Float64Array.from(keys).sort();
  return {
    total: sorted.length, sure, near,
    at(i) {
      const n = sorted[i] % ORDERS;
      let c = firsts.length - 1;
      while (firsts[c] > n) c--;
      return {
        catalog: catalogs[c], entry: catalogs[c].entries[n - firsts[c]],
        rank: Math.floor(sorted[i] / ORDERS / LENGTHS / PLACES / 2),
        number: lines.has(n) ? lines.get(n) : -1,
        line: lines.has(n) ? catalogs[c].lines[lines.get(n)] : ''
      };
    }
  };
}

/* ---- search: parts of an index ---- */

/* The part, of those that begin at `firsts`, which has a line. */
function partOf(firsts, line) {
  let low = 0, high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/* As gram_part() of the program. */
function gramPart(gram, n) {
  const [a, b] = Array.from(gram);
  return (a.codePointAt(0) * 31 + b.codePointAt(0)) % n;
}

/* Fetches parts of a kind, once each, and puts them where they belong. */
function fetchParts(catalog, kind, which, fetchFile) {
  return Promise.all(Array.from(new Set(which), async n => {
    const json = await fetchFile(catalog.id + '/search/' + kind + '-' + n + '-' + catalog.parts.stamp + '.json');
    if (kind === 'grams') { Object.assign(catalog.grams, json); catalog.here.add(n); return; }
    const first = catalog.parts[kind][n];
    (kind === 'of' ? openOf(json) : json).forEach((x, i) => { catalog[kind][first + i] = x; });
  }));
}

/* Fetches sequences of the needles: two at first, then more of those that leave many lines. */
const MANY = 8;
async function narrow(catalog, needles, fetchFile) {
  const which = [];
  for (const needle of needles) {
    const all = sequences(needle), missing = all.filter(gram => !isHere(catalog, gram));
    const some = missing.length === all.length ? 2 : linesWith(catalog, needle).length > MANY ? 1 : 0;
    for (const gram of missing.slice(0, some)) which.push(gramPart(gram, catalog.parts.grams));
  }
  if (!which.length) return;
  await fetchParts(catalog, 'grams', which, fetchFile);
  await narrow(catalog, needles, fetchFile);
}

/* Fetches what it takes to find the lines of a question: its sequences, and whose lines have them. */
function gather(catalogs, q, fetchFile) {
  return Promise.all(catalogs.filter(c => c.parts && !q.single).map(async catalog => {
    const needles = q.needles.filter(needle => sequences(needle).length);
    await narrow(catalog, needles, fetchFile);
    const lines = [].concat(...needles.map(needle => linesWith(catalog, needle)));
    await fetchParts(catalog, 'of', lines.map(line => partOf(catalog.parts.of, line)), fetchFile);
  }));
}

/* The results of a question from `from` on, `most` of them at best, with their lines: { found,
   to }. So many parts are fetched at a time; what is left for the next time is not shown yet. */
const PARTS = 3;
async function look(catalogs, q, from, most, fetchFile, fetched = 0) {
  const found = search(catalogs, q), wanted = new Map();
  let to = from, count = fetched;
  for (; to < from + most && to < found.total; to++) {
    const r = found.at(to);
    if (r.line !== undefined) continue;
    const part = partOf(r.catalog.parts.lines, r.number), parts = wanted.get(r.catalog) || new Set();
    if (parts.has(part)) continue;
    if (count >= PARTS && to > from) break;
    wanted.set(r.catalog, parts.add(part));
    count++;
  }
  if (!wanted.size) return { found, to };
  await Promise.all(Array.from(wanted, ([catalog, parts]) => fetchParts(catalog, 'lines', parts, fetchFile)));
  return look(catalogs, q, from, most, fetchFile, count);
}

if (typeof module !== 'undefined') {
  module.exports = { numbers, openOf, gather, look, spell, fold, ranges, pieces, openCatalog, openSynonyms, linesWith, question, search };
  return;
}

/* ---- what is remembered, where that is allowed ---- */

const LARGE = 'mulu-large', REGION = 'mulu-region';
function kept(name) {
  try { return localStorage.getItem(name) || ''; } catch (e) { return ''; }
}
function keep(name, value) {
  try { localStorage.setItem(name, value); } catch (e) { /* only this page */ }
}

/* ---- search: the page ---- */

/* So many results at a time; so many catalogs are searched whole when no region is chosen, of
   more only titles and codes. */
const PAGE = 60, WHOLE = 8;

/* A file of the site, fetched once; tried again when it did not come. */
const files = new Map();
function fetchOnce(path, open) {
  if (!files.has(path))
    files.set(path, fetch(path).then(answer => {
      if (!answer.ok) throw new Error(path);
      return answer.json();
    }).then(open).catch(error => {
      files.delete(path);
      throw error;
    }));
  return files.get(path);
}

const fetchFile = path => fetchOnce(path, json => json);

const openSite = json => ({
  synonyms: openSynonyms(json.synonyms),
  catalogs: json.catalogs.map(([id, title, region, items, shard]) => ({ id, title, region, shard }))
});

/* The catalogs to look through: whole those of the region and of places in the question, or of
   a small site; what shards have of the others when there is no region. */
/* What can be had of the files; `lost` counts the others. Nothing at all is an error. */
async function fetchAll(paths, open) {
  const done = await Promise.allSettled(paths.map(path => fetchOnce(path, open)));
  const have = done.filter(d => d.status === 'fulfilled').map(d => d.value);
  if (paths.length && !have.length) throw done[0].reason;
  return { have, lost: done.length - have.length };
}

async function load(site, id, ids) {
  const all = site.catalogs, whole = all.filter(c => id === c.id || ids.has(c.id) || (!id && all.length <= WHOLE));
  const fetched = await fetchAll(whole.map(c => c.id + '/search.json'), openCatalog);
  if (id || whole.length === all.length) return { catalogs: fetched.have, lost: fetched.lost };
  const shards = Array.from(new Set(all.map(c => c.shard)), n => 'search/titles-' + n + '.json');
  const parts = await fetchAll(shards, json => json.map(openCatalog));
  return { catalogs: fetched.have.concat(...parts.have.map(part => part.filter(c => !whole.some(w => w.id === c.id)))),
    lost: fetched.lost + parts.lost };
}

/* An element with texts [text, marked] in it; texts of the index go into the page in no other way. */
function element(name, kind, parts) {
  const e = document.createElement(name);
  if (kind) e.className = kind;
  for (const [text, marked] of parts)
    (marked ? e.appendChild(document.createElement('mark')) : e).appendChild(document.createTextNode(text));
  return e;
}

function resultRow({ catalog, entry, line }, q, everywhere) {
  const li = element('li', '', []), group = catalog.groups[entry.group];
  const link = element('a', '', pieces(entry.title || '（原文缺名称）', q.needles, true));
  if (everywhere && catalog.region) link.prepend(element('span', 'search-region', [[catalog.region, false]]));
  link.href = catalog.id + '/' + encodeURI(entry.href);
  li.appendChild(element('p', 'item-title', [])).appendChild(link);
  const meta = li.appendChild(element('p', 'meta', []));
  const tell = (kind, parts) => meta.appendChild(element('span', kind, parts));
  if (entry.code) tell('code', pieces(entry.code, q.code ? [q.phrase] : [], true));
  if (group) tell('', [[group, false]]);
  if (line) li.appendChild(element('p', 'search-line', pieces(line, q.needles, false)));
  return li;
}

/* The catalogs to choose from, by their region; by their title, too, where a region has several. */
function offer(catalogs, select) {
  const many = new Map();
  for (const { region } of catalogs) many.set(region, many.has(region));
  for (const { id, region, title } of catalogs) {
    const name = !region ? title : many.get(region) ? region + '：' + title : region;
    const option = element('option', '', [[name, false]]);
    option.value = id;
    select.appendChild(option);
  }
}

function setUpSearch(form) {
  const [input, region, list, status, more] = ['q', 'in', 'results', 'status', 'more']
    .map(name => document.getElementById('search-' + name));
  let shown = null, run = 0;

  /* While lines are still to be looked into, some of the results may not have all of the text. */
  const amount = found => (found.sure ? ' ' : '约 ') + found.total + ' 项';
  const failed = () => { status.textContent = '没有取到查找要用的文件，请再试一次，或者从下面的目录里找。'; };

  function tell({ text, place, partly, lost }, found) {
    const asked = '“\u2068' + text + '\u2069”'; /* Uyghur does not turn the sentence round */
    status.textContent = place + (!found.total ? '没有找到' + asked + '。换个说法试试，或者从下面的目录里找。'
      : asked + (found.near ? '：没有完全相符的，相近的有' : '：找到') + amount(found) + '。') +
      (partly ? '没有选地区时只查事项名称和编码；选了地区，还查办事指南的全文。' : '') +
      (lost ? '有的地区没有取到，没有查；请过一会儿再试。' : '');
  }

  /* The next results; the first of them gets the focus when they were asked for. */
  async function show(focus) {
    const from = list.childNodes.length, asked = shown;
    const { found, to } = await look(asked.catalogs, asked.q, from, PAGE, fetchFile);
    if (asked !== shown || from !== list.childNodes.length) return; /* asked anew meanwhile */
    for (let i = from; i < to; i++) list.appendChild(resultRow(found.at(i), asked.q, asked.everywhere));
    more.hidden = to === found.total;
    if (focus && list.childNodes[from]) {
      list.childNodes[from].querySelector('a').focus();
      status.textContent = '已显示 ' + to + ' 项，共' + amount(found) + '。';
    } else tell(asked, found);
  }

  /* Asked once more from the start when a file is not to be had.
     With results below the fold the reader is taken there; `focus` is for who pressed the button. */
  async function answer(site, text, id, focus, again) {
    const mine = ++run;
    list.textContent = '';
    more.hidden = true;
    status.textContent = text ? '正在查找…' : '';
    if (text) try {
      const q = question(text, site.synonyms, site.catalogs), { catalogs, lost } = await load(site, id, q.ids);
      await gather(mine === run ? catalogs : [], q, fetchFile);
      if (mine !== run) return; /* asked anew meanwhile */
      shown = { q, text, catalogs, lost, place: id ? region.selectedOptions[0].text + '：' : '',
        everywhere: catalogs.length > 1 || !id, partly: !q.single && !catalogs.some(c => c.lines) };
      await show(false);
      if (mine !== run) return;
      if (focus) status.focus({ preventScroll: true });
      if (status.getBoundingClientRect().bottom > innerHeight * (root.classList.contains('large') ? 0.5 : 0.7)) status.scrollIntoView();
    } catch (e) {
      if (mine !== run) return;
      if (again) failed();
      else { /* perhaps published anew since the page was opened */
        files.clear();
        await answer(site, text, id, focus, true);
      }
    }
  }

  function fromAddress(site) {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get('q') || '';
    region.value = asked.has('in') ? asked.get('in') : kept(REGION);
    if (region.selectedIndex < 0) region.value = '';
    if (region.value) keep(REGION, region.value);
    answer(site, input.value.trim(), region.value);
  }

  function toAddress() {
    const asked = new URLSearchParams();
    if (input.value) asked.set('q', input.value);
    asked.set('in', region.value);
    keep(REGION, region.value);
    history.pushState(null, '', 'search.html?' + asked);
  }

  form.hidden = false;
  fetchOnce('search/index.json', openSite).then(site => {
    offer(site.catalogs, region);
    function ask(event) {
      event.preventDefault();
      toAddress();
      answer(site, input.value.trim(), region.value, event.type === 'submit');
    }
    form.addEventListener('submit', ask);
    region.addEventListener('change', ask);
    window.addEventListener('popstate', () => fromAddress(site));
    more.addEventListener('click', () => show(true).catch(failed));
    fromAddress(site);
  }).catch(() => {
    status.textContent = '现在不能搜索：没有取到查找要用的文件。请从下面的目录里找。';
  });
}

/* ---- large letters ---- */

const root = document.documentElement;
if (kept(LARGE) === '1') root.classList.add('large'); /* before anything is painted */

function setUpLarge(button) {
  function show() {
    const on = root.classList.contains('large');
    button.setAttribute('aria-pressed', on);
    button.textContent = on ? '标准字' : '大字版';
    const words = document.getElementById('chart-words'); /* a chart does not grow with the letters */
    if (words) words.open = on;
  }
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    const on = root.classList.toggle('large');
    keep(LARGE, on ? '1' : '0');
    show();
  });
}

/* ---- reading aloud, where the browser can ---- */

/* Sentences of the page; not what is only for the eye, folded away or a way to a file. */
function textToRead() {
  const main = document.getElementById('main').cloneNode(true), parts = 'h1, h2, h3, dt, dd, p, li, th, td';
  for (const e of main.querySelectorAll('.meta > span')) if (e.querySelector('.code')) e.remove();
  for (const e of main.querySelectorAll('svg, nav, form, details:not([open]), .side, .byline, .code, .form-links, [hidden]'))
    e.remove();
  for (const e of main.querySelectorAll('.meta > span, .fact-line')) e.append('，');
  return Array.from(main.querySelectorAll(parts))
    .filter(e => !e.querySelector(parts)).map(e => e.textContent.trim().replace(/，$/, '')).filter(Boolean);
}

function hasVoice(speech) {
  return speech.getVoices().some(v => /^(zh|cmn)/i.test(v.lang));
}

function setUpReading(button) {
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  function show(on) {
    button.setAttribute('aria-pressed', on);
    button.textContent = on ? '停止朗读' : '朗读';
  }
  function stop() {
    speech.cancel();
    show(false);
  }
  function offer() {
    button.hidden = !hasVoice(speech);
  }
  offer();
  speech.onvoiceschanged = offer; /* browsers load their voices late */
  stop();
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') { stop(); return; }
    show(true);
    const parts = textToRead();
    parts.forEach((part, i) => {
      const words = new SpeechSynthesisUtterance(part);
      words.lang = 'zh-CN';
      if (i === parts.length - 1) words.onend = stop;
      words.onerror = stop;
      speech.speak(words);
    });
  });
  window.addEventListener('pagehide', stop);
}

/* ---- ticks beside materials: kept while the window is open ---- */

function setUpTicks(list, which) {
  const key = 'mulu-ticks ' + location.pathname + ' ' + which;
  const boxes = Array.from(list.querySelectorAll('input'));
  try {
    const kept = sessionStorage.getItem(key) || '';
    if (kept.length === boxes.length) boxes.forEach((box, i) => { box.checked = kept[i] === '1'; });
  } catch (e) { return; /* nothing can be remembered here */ }
  list.addEventListener('change', () => {
    try { sessionStorage.setItem(key, boxes.map(box => +box.checked).join('')); } catch (e) { /* not kept */ }
  });
}

/* ---- the filters of a catalog's page ---- */

/* An item's words are its own or, where it has 业务办理项, theirs: it is shown for those that fit. */
function setUpFilters(form) {
  const items = document.querySelectorAll('.items > li');
  const groups = document.querySelectorAll('section.group');
  const count = form.querySelector('[role=status]'), selects = Array.from(form.querySelectorAll('select'));
  const links = Array.from(document.querySelectorAll('.by-group a'));
  /* The choices stand in the address: a reload keeps them, and they can be sent on. */
  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    for (const s of selects)
      if (asked.has(s.name)) {
        s.value = asked.get(s.name);
        if (s.selectedIndex < 0) s.value = '';
      }
  }
  function toAddress() {
    const asked = new URLSearchParams(selects.filter(s => s.value).map(s => [s.name, s.value]));
    history.replaceState(null, '', location.pathname + (String(asked) ? '?' + asked : '') + location.hash);
  }
  function apply() {
    const wanted = selects.map(s => s.value).filter(Boolean);
    const fits = e => wanted.every(w => (' ' + e.getAttribute('data-filter') + ' ').includes(' ' + w + ' '));
    let shown = 0;
    for (const item of items) {
      const parts = Array.from(item.querySelectorAll('[data-filter]'));
      for (const part of parts) part.hidden = !fits(part);
      item.hidden = parts.length ? parts.every(part => part.hidden) : !fits(item);
      shown += !item.hidden;
    }
    for (const g of groups) g.hidden = !g.querySelector('.items > li:not([hidden])');
    for (const a of links) a.parentNode.hidden = document.getElementById(a.hash.slice(1)).hidden;
    count.textContent = wanted.length ? '找到 ' + shown + ' 项' : '';
  }
  function choose() {
    toAddress();
    apply();
  }
  form.hidden = false;
  fromAddress();
  form.addEventListener('change', choose);
  form.addEventListener('reset', () => setTimeout(choose, 0));
  window.addEventListener('pageshow', apply); /* choices come back when a reader does, but late */
}

/* ---- the groups of a catalog: open where there is room beside the items ---- */

function setUpGroups(details) {
  details.open = matchMedia('(min-width: 800px)').matches && !root.classList.contains('large');
}

document.addEventListener('DOMContentLoaded', () => {
  for (const [where, setUp] of [['[data-large]', setUpLarge], ['[data-read]', setUpReading],
    ['.ticks', setUpTicks], ['.by-group', setUpGroups], ['form.filters', setUpFilters], ['#search', setUpSearch]])
    document.querySelectorAll(where).forEach(setUp);
});
})();
