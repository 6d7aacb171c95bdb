/* Search: the page search.html, and nothing else, loads this. What the files hold that it
   fetches is told in docs/search.md. The upper part knows no page and runs in node for tests;
   texts of the index go into the page as text nodes only. */
(function () {
'use strict';

/* ---- texts ---- */

/* As text_fold() of the program: NFKC, small letters, no blanks and nothing of no width; the
   sigma at the end of a word as any other, so that a piece of a text folds as in the whole. */
var BLANKS = /[\s\u00ad\u200b\u2060]+/g;
function fold(text) {
  return text.normalize('NFKC').toLowerCase().replace(/ς/g, 'σ').replace(BLANKS, '');
}

/* Characters with what melts into them when they are folded: ﾊ and its mark. */
function clusters(text) {
  var out = [];
  Array.from(text).forEach(function (c) {
    var last = out.length - 1;
    if (last >= 0 && (out[last] + c).normalize('NFKC') !== out[last].normalize('NFKC') + c.normalize('NFKC'))
      out[last] += c;
    else
      out.push(c);
  });
  return out;
}

/* Where the needles (folded) stand in a text: [from, to] in the text, in order, not
   overlapping. Characters are folded one by one to know where each came from. */
function ranges(text, needles) {
  var folded = '', from = [], to = [], at = 0, found = [];
  clusters(text).forEach(function (c) {
    var f = fold(c);
    for (var i = 0; i < f.length; i++) { from.push(at); to.push(at + c.length); }
    folded += f;
    at += c.length;
  });
  needles.forEach(function (needle) {
    for (var i = needle ? folded.indexOf(needle) : -1; i >= 0; i = folded.indexOf(needle, i + needle.length))
      found.push([from[i], to[i + needle.length - 1]]);
  });
  found.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  var apart = [];
  found.forEach(function (r) {
    var last = apart[apart.length - 1];
    if (last && r[0] <= last[1]) last[1] = Math.max(last[1], r[1]);
    else apart.push(r);
  });
  return apart;
}

/* A text as pieces [text, marked]; of a long one what stands around the first match. */
var BEFORE = 20, LONGEST = 90;
function pieces(text, needles, whole) {
  var marks = ranges(text, needles), out = [], start = 0, end = text.length;
  function split(i) { return i > 0 && /[\udc00-\udfff]/.test(text.charAt(i)); }
  if (!whole && text.length > LONGEST) {
    start = marks.length ? Math.max(0, marks[0][0] - BEFORE) : 0;
    end = Math.min(text.length, Math.max(start + LONGEST, marks.length ? marks[0][1] : 0));
    if (split(start)) start--;
    if (split(end)) end++;
  }
  if (start > 0) out.push(['…', false]);
  var at = start;
  marks.forEach(function (r) {
    if (r[0] >= end) return;
    if (r[0] > at) out.push([text.slice(at, r[0]), false]);
    out.push([text.slice(r[0], Math.min(r[1], end)), true]);
    at = Math.min(r[1], end);
  });
  if (at < end) out.push([text.slice(at, end), false]);
  if (end < text.length) out.push(['…', false]);
  return out;
}

/* ---- the index ---- */

/* What is compared of a title. Catalogs share most of theirs, so each is made ready once. */
var titles = new Map();
function openTitle(title, syllables) {
  var t = titles.get(title);
  if (!t) {
    t = {
      folded: fold(title), syllables: syllables, pinyin: syllables.replace(/ /g, ''),
      initials: syllables.replace(/(\S)\S* ?/g, '$1'), starts: null
    };
    titles.set(title, t);
  }
  return t;
}

/* A title's syllables by its characters, as the program does it (search_head.c). */
function spell(title, spellings) {
  var out = '';
  Array.from(fold(title)).forEach(function (c) {
    out += /[a-z0-9]/.test(c) ? c : ' ' + (spellings.get(c) || '') + ' ';
  });
  return out.replace(/ +/g, ' ').trim();
}

/* Reads the rows of "items" one after the other. */
function openEntries(json) {
  var spellings = new Map(), code = '', group = 0, left = json.groups.length ? json.groups[0][1] : 0;
  Object.keys(json.spell).forEach(function (syllables) {
    Array.from(json.spell[syllables]).forEach(function (c) { spellings.set(c, syllables); });
  });
  return json.items.map(function (row) {
    var t = titles.get(row[0]) || openTitle(row[0], row.length > 3 ? row[3] : spell(row[0], spellings));
    while (!left) left = json.groups[++group][1];
    left--;
    code = code.slice(0, parseInt(row[1].charAt(0), 36)) + row[1].slice(1);
    return {
      title: row[0], code: code, href: row[2] || code + '.html', group: group,
      spoken: t, folded: t.folded, foldedCode: fold(code)
    };
  });
}

/* A catalog's index, or the first line of one (then without texts), made ready. With parts its
   texts are filled in as they come: what a question needs is had by gather(). */
function openCatalog(json) {
  var parts = json.parts || null;
  return {
    id: json.id, title: json.title, region: json.region, entries: openEntries(json),
    groups: json.groups.map(function (g) { return g[0]; }),
    lines: parts ? new Array(parts.n) : json.lines || null,
    of: parts ? new Array(parts.n) : json.of ? openOf(json.of) : null,
    grams: parts ? {} : json.grams || null, folded: [], parts: parts, here: new Set()
  };
}

/* Who prints the lines of a file, as numbers of entries. */
function openOf(rows) {
  var out = [], first = 0;
  rows.forEach(function (row) {
    if (row < 0) { for (; row < 0; row++) out.push([first]); return; }
    var list = typeof row === 'number' ? [first + row] : numbers(row);
    first = list[0];
    out.push(list);
  });
  return out;
}

/* Synonyms by the length of their word, the longest first. */
function openSynonyms(rows) {
  return rows.map(function (row) { return { word: row[0], words: row.slice(1) }; })
    .sort(function (a, b) { return b.word.length - a.word.length; });
}

/* A list of the index: differences, and -n for n numbers that are larger by one each. */
function numbers(differences) {
  var sum = 0, out = [];
  differences.forEach(function (d) {
    if (d >= 0) out.push(sum += d);
    else for (; d < 0; d++) out.push(++sum);
  });
  return out;
}

function foldedLine(catalog, i) {
  var line = catalog.folded[i];
  if (line === undefined) line = catalog.folded[i] = fold(catalog.lines[i]);
  return line;
}

function common(a, b) {
  var out = [];
  for (var i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) { out.push(a[i]); i++; j++; }
    else if (a[i] < b[j]) i++;
    else j++;
  }
  return out;
}

/* The sequences of two characters by which a text is looked for: of a long one some, from all
   over it, as each may have to be fetched. */
function sequences(text) {
  var chars = Array.from(text), last = chars.length - 2, out = [];
  [0, 6, 3, 1, 5, 2, 4].forEach(function (sixth) {
    var at = Math.floor(sixth * last / 6), gram = chars[at] + chars[at + 1];
    if (last >= 0 && out.indexOf(gram) < 0) out.push(gram);
  });
  return out;
}

/* Whether it is known where a sequence stands. */
function isHere(catalog, gram) {
  return !catalog.parts || catalog.here.has(gramPart(gram, catalog.parts.grams));
}

/* The lines of a catalog with a folded text: the lists of its sequences of two characters
   are cut, and what is left is looked into. A line that has not been fetched may have it. */
function linesWith(catalog, needle) {
  var chars = Array.from(needle), left = null;
  if (!catalog.lines || !chars.length) return [];
  if (chars.length === 1)
    left = catalog.parts ? [] : catalog.lines.map(function (line, i) { return i; });
  sequences(needle).forEach(function (gram) {
    if (!isHere(catalog, gram)) return;
    var known = Object.prototype.hasOwnProperty.call(catalog.grams, gram);
    var list = known ? numbers(catalog.grams[gram]) : [];
    left = left ? common(left, list) : list;
  });
  return (left || []).filter(function (line) {
    return catalog.lines[line] === undefined || foldedLine(catalog, line).indexOf(needle) >= 0;
  });
}

/* ---- the question ---- */

/* A word of the question: itself, and what it stands for. What another of them is a part of
   need not be looked for. */
function term(text, words) {
  var all = [text].concat(words || []);
  return {
    known: !!words,
    any: all.filter(function (word) {
      return !all.some(function (other) { return other !== word && word.indexOf(other) >= 0; });
    })
  };
}

/* 外地看病报销: words of the table, and what stands between them. Words to leave out go, and
   single characters between words of the table. */
function cut(word, synonyms) {
  var terms = [], rest = '', known = false;
  function close() {
    if (rest) terms.push(term(rest));
    rest = '';
  }
  for (var i = 0; i < word.length;) {
    var s = synonyms.find(function (s) { return word.startsWith(s.word, i); });
    if (!s) { rest += word.charAt(i++); continue; }
    close();
    known = true;
    if (s.words.length) terms.push(term(s.word, s.words));
    i += s.word.length;
  }
  close();
  if (known)
    terms = terms.filter(function (t) { return t.known || Array.from(t.any[0]).length > 1; });
  return terms;
}

/* What is looked for: the text as it is, and its words, where these say something else. */
function question(text, synonyms) {
  var phrase = fold(text), terms = [];
  text.split(/\s+/).map(fold).forEach(function (word) {
    if (word) terms = terms.concat(cut(word, synonyms));
  });
  if (terms.length === 1 && terms[0].any.length === 1 && terms[0].any[0] === phrase) terms = [];
  var needles = [phrase];
  terms.forEach(function (t) { needles = needles.concat(t.any); });
  return {
    phrase: phrase, single: Array.from(phrase).length === 1, terms: terms, needles: needles,
    code: /^[0-9a-z-]{2,}$/.test(phrase) && /[0-9]/.test(phrase),
    letters: /^[a-z'ü]{2,}$/.test(phrase) ? phrase.replace(/'/g, '') : ''
  };
}

/* ---- ranking ---- */

var EXACT = 0, PREFIX = 1, TITLE = 2, CODE = 3, PINYIN = 4, SYNONYM = 5, TEXT = 6, WORDS = 7, SOME = 8;

/* Where the letters begin in a title's pinyin, at the start of a syllable; or -1. A keyboard
   without ü has v for it, the index u; names in Latin letters have a v of their own. */
function spokenAt(spoken, letters) {
  var u = letters.replace(/[vü]/g, 'u'), at = lettersAt(spoken, u);
  return at < 0 && u !== letters ? lettersAt(spoken, letters) : at;
}

function lettersAt(spoken, letters) {
  for (var i = spoken.pinyin.indexOf(letters); i >= 0; i = spoken.pinyin.indexOf(letters, i + 1)) {
    if (!spoken.starts) spoken.starts = starts(spoken.syllables);
    if (spoken.starts[i]) return i;
  }
  return spoken.initials.indexOf(letters);
}

/* 1 for each letter of the pinyin that begins a syllable. */
function starts(syllables) {
  var at = 0, marks = new Uint8Array(syllables.length + 1);
  syllables.split(' ').forEach(function (s) { marks[at] = 1; at += s.length; });
  return marks;
}

/* [rank, place of the match] by what is said of the entry itself; null: nothing. */
function rankTitle(entry, q) {
  var at = entry.folded.indexOf(q.phrase);
  if (at === 0) return [entry.folded.length === q.phrase.length ? EXACT : PREFIX, 0];
  if (at > 0) return [TITLE, at];
  if (q.code && (at = entry.foldedCode.indexOf(q.phrase)) >= 0) return [CODE, at];
  if (q.letters && (at = spokenAt(entry.spoken, q.letters)) >= 0) return [PINYIN, at];
  if (q.terms.length && q.terms.every(function (t) {
    return t.any.some(function (word) { return entry.folded.indexOf(word) >= 0; });
  })) return [SYNONYM, 0];
  return null;
}

/* Where nothing has all words of the question: titles with some of them, with most first. */
function rankSome(entry, q) {
  var missing = q.terms.filter(function (t) {
    return !t.any.some(function (word) { return entry.folded.indexOf(word) >= 0; });
  }).length;
  return missing < q.terms.length ? [SOME, missing] : null;
}

/* For each entry that prints one of the lines the first of them. */
function firstLines(catalog, lines) {
  var first = new Map();
  lines.forEach(function (line) {
    (catalog.of[line] || []).forEach(function (entry) {
      if (!first.has(entry)) first.set(entry, line);
    });
  });
  return first;
}

/* What the texts of a catalog answer: entry → [rank, line]. */
function rankTexts(catalog, q) {
  var found = new Map();
  if (!catalog.lines || q.single) return found;
  firstLines(catalog, linesWith(catalog, q.phrase)).forEach(function (line, entry) {
    found.set(entry, [TEXT, line]);
  });
  if (!q.terms.length) return found;
  var lists = q.terms.map(function (t) {
    var lines = [];
    t.any.forEach(function (word) { lines = lines.concat(linesWith(catalog, word)); });
    return firstLines(catalog, lines);
  });
  catalog.entries.forEach(function (entry, i) {
    var line = -1, all = q.terms.every(function (t, k) {
      if (lists[k].has(i)) { if (line < 0) line = lists[k].get(i); return true; }
      return t.any.some(function (word) { return entry.folded.indexOf(word) >= 0; });
    });
    if (all && line >= 0 && !found.has(i)) found.set(i, [WORDS, line]);
  });
  return found;
}

/* All that answers a question, the best first: { total, sure, at(i) → { catalog, entry, rank,
   number, line } }; what is found in texts stands as in the catalogs. A line not fetched yet is
   undefined, and its entry may be struck off when it is; "sure" says that none will. A result is
   one number (rank, place, length of the title, order), so that sorting fifty thousand takes a
   few milliseconds. */
function search(catalogs, q) {
  var keys = [], lines = new Map(), firsts = [], order = 0, sure = true;
  var exact = q.needles.every(function (needle) { return Array.from(needle).length <= 2; });
  function add(rank, entry) {
    if (rank)
      keys.push(((rank[0] * 64 + Math.min(rank[1], 63)) * 256 +
                 (rank[0] < TEXT || rank[0] === SOME ? Math.min(entry.folded.length, 255) : 0)) * 4194304 + order);
    order++;
  }
  if (q.phrase) catalogs.forEach(function (catalog) {
    var texts = rankTexts(catalog, q);
    firsts.push(order);
    catalog.entries.forEach(function (entry, i) {
      var rank = rankTitle(entry, q), text = texts.get(i);
      if (!rank && text) {
        rank = [text[0], 0];
        lines.set(order, text[1]);
        sure = sure && (exact || catalog.lines[text[1]] !== undefined);
      }
      add(rank, entry);
    });
  });
  if (!keys.length && q.terms.length > 1) {
    order = 0;
    catalogs.forEach(function (catalog) {
      catalog.entries.forEach(function (entry) { add(rankSome(entry, q), entry); });
    });
  }
  var sorted = Float64Array.from(keys).sort();
  return {
    total: sorted.length,
    sure: sure,
    at: function (i) {
      var n = sorted[i] % 4194304, c = firsts.length - 1;
      while (firsts[c] > n) c--;
      return {
        catalog: catalogs[c], entry: catalogs[c].entries[n - firsts[c]],
        rank: Math.floor(sorted[i] / 4194304 / 256 / 64),
        number: lines.has(n) ? lines.get(n) : -1,
        line: lines.has(n) ? catalogs[c].lines[lines.get(n)] : ''
      };
    }
  };
}

/* ---- parts of an index ---- */

/* The part, of those that begin at `firsts`, which has a line. */
function partOf(firsts, line) {
  var low = 0, high = firsts.length - 1;
  while (low < high) {
    var middle = (low + high + 1) >> 1;
    if (firsts[middle] <= line) low = middle; else high = middle - 1;
  }
  return low;
}

/* As gram_part() of the program. */
function gramPart(gram, n) {
  var chars = Array.from(gram);
  return (chars[0].codePointAt(0) * 31 + chars[1].codePointAt(0)) % n;
}

/* Fetches parts of a kind, once each, and puts them where they belong. */
function fetchParts(catalog, kind, which, fetchFile) {
  return Promise.all(Array.from(new Set(which)).map(function (n) {
    return fetchFile(catalog.id + '/search/' + kind + '-' + n + '.json').then(function (json) {
      if (kind === 'grams') { Object.assign(catalog.grams, json); catalog.here.add(n); return; }
      (kind === 'of' ? openOf(json) : json).forEach(function (x, i) { catalog[kind][catalog.parts[kind][n] + i] = x; });
    });
  }));
}

/* Fetches sequences of the needles: two at first, then more of those that leave many lines. */
var MANY = 8;
function narrow(catalog, needles, fetchFile) {
  var which = [];
  needles.forEach(function (needle) {
    var all = sequences(needle), missing = all.filter(function (gram) { return !isHere(catalog, gram); });
    if (missing.length === all.length) missing = missing.slice(0, 2);
    else if (linesWith(catalog, needle).length > MANY) missing = missing.slice(0, 1);
    else return;
    missing.forEach(function (gram) { which.push(gramPart(gram, catalog.parts.grams)); });
  });
  if (!which.length) return Promise.resolve();
  return fetchParts(catalog, 'grams', which, fetchFile).then(function () { return narrow(catalog, needles, fetchFile); });
}

/* Fetches what it takes to find the lines of a question: its sequences, and whose lines have them. */
function gather(catalogs, q, fetchFile) {
  return Promise.all(catalogs.map(function (catalog) {
    if (!catalog.parts || q.single) return null;
    var needles = q.needles.filter(function (needle) { return sequences(needle).length; });
    return narrow(catalog, needles, fetchFile).then(function () {
      var of = [];
      needles.forEach(function (needle) {
        linesWith(catalog, needle).forEach(function (line) { of.push(partOf(catalog.parts.of, line)); });
      });
      return fetchParts(catalog, 'of', of, fetchFile);
    });
  }));
}

/* The results of a question from `from` on, `most` of them at best, with their lines: { found,
   to }. So many parts are fetched at a time; what is left for the next time is not shown yet. */
var PARTS = 3;
function look(catalogs, q, from, most, fetchFile, fetched) {
  var found = search(catalogs, q), to = from, wanted = new Map(), count = fetched || 0;
  for (; to < from + most && to < found.total; to++) {
    var r = found.at(to);
    if (r.line !== undefined) continue;
    var part = partOf(r.catalog.parts.lines, r.number), parts = wanted.get(r.catalog);
    if (parts && parts.has(part)) continue;
    if (count >= PARTS && to > from) break;
    if (!parts) wanted.set(r.catalog, parts = new Set());
    parts.add(part);
    count++;
  }
  if (!wanted.size) return Promise.resolve({ found: found, to: to });
  var all = [];
  wanted.forEach(function (parts, catalog) { all.push(fetchParts(catalog, 'lines', parts, fetchFile)); });
  return Promise.all(all).then(function () { return look(catalogs, q, from, most, fetchFile, count); });
}

if (typeof module !== 'undefined') {
  module.exports = {
    numbers: numbers, openOf: openOf, gather: gather, look: look, spell: spell,
    fold: fold, ranges: ranges, pieces: pieces, openCatalog: openCatalog,
    openSynonyms: openSynonyms, linesWith: linesWith, question: question, search: search
  };
  return;
}

/* ---- the page ---- */

/* So many results at a time; so many catalogs are searched whole when no region is chosen, of
   more only titles and codes. */
var PAGE = 60, WHOLE = 8;

var form = document.getElementById('search'), input = document.getElementById('search-q');
var region = document.getElementById('search-in'), list = document.getElementById('search-results');
var status = document.getElementById('search-status'), more = document.getElementById('search-more');
var files = new Map(), shown = null, run = 0;

/* A file of the site, fetched once; tried again when it did not come. */
function fetchOnce(path, open) {
  if (!files.has(path))
    files.set(path, fetch(path).then(function (answer) {
      if (!answer.ok) throw new Error(path);
      return answer.json();
    }).then(open).catch(function (error) {
      files.delete(path);
      throw error;
    }));
  return files.get(path);
}

function fetchFile(path) {
  return fetchOnce(path, function (json) { return json; });
}

function openSite(json) {
  return {
    synonyms: openSynonyms(json.synonyms),
    catalogs: json.catalogs.map(function (row) {
      return { id: row[0], title: row[1], region: row[2], items: row[3], shard: row[4] };
    })
  };
}

function openShard(json) {
  return json.map(openCatalog);
}

/* The catalogs to look through: whole, or what shards have of them. */
function load(site, id) {
  var whole = site.catalogs.filter(function (c) { return id ? c.id === id : site.catalogs.length <= WHOLE; });
  if (whole.length)
    return Promise.all(whole.map(function (c) { return fetchOnce(c.id + '/search.json', openCatalog); }));
  var shards = Array.from(new Set(site.catalogs.map(function (c) { return c.shard; })));
  return Promise.all(shards.map(function (n) { return fetchOnce('search/titles-' + n + '.json', openShard); }))
    .then(function (parts) { return [].concat.apply([], parts); });
}

function element(name, kind, parts) {
  var e = document.createElement(name);
  if (kind) e.className = kind;
  parts.forEach(function (part) {
    var text = document.createTextNode(part[0]);
    if (part[1]) {
      var mark = document.createElement('mark');
      mark.appendChild(text);
      text = mark;
    }
    e.appendChild(text);
  });
  return e;
}

function row(result, q, everywhere) {
  var entry = result.entry, catalog = result.catalog, li = document.createElement('li');
  var link = element('a', '', pieces(entry.title || '（原文缺名称）', q.needles, true));
  link.href = catalog.id + '/' + encodeURI(entry.href);
  li.appendChild(element('p', 'item-title', []));
  li.firstChild.appendChild(link);
  var meta = li.appendChild(element('p', 'meta', []));
  if (everywhere && catalog.region) meta.appendChild(element('span', '', [[catalog.region, false]]));
  if (entry.code) meta.appendChild(element('span', 'code', pieces(entry.code, q.code ? [q.phrase] : [], true)));
  if (catalog.groups[entry.group]) meta.appendChild(element('span', '', [[catalog.groups[entry.group], false]]));
  if (result.line) li.appendChild(element('p', 'search-line', pieces(result.line, q.needles, false)));
  return li;
}

/* The next results; the first of them gets the focus when they were asked for. */
function show(focus) {
  var from = list.childNodes.length, asked = shown;
  return look(asked.catalogs, asked.q, from, PAGE, fetchFile).then(function (now) {
    if (asked !== shown || from !== list.childNodes.length) return; /* asked anew meanwhile */
    for (var i = from; i < now.to; i++) list.appendChild(row(now.found.at(i), asked.q, asked.everywhere));
    more.hidden = now.to === now.found.total;
    if (focus && list.childNodes[from]) {
      list.childNodes[from].querySelector('a').focus();
      status.textContent = '已显示 ' + now.to + ' 项，共' + count(now.found) + '。';
    } else tell(asked.text, now.found, asked.partly);
  });
}

/* While lines are still to be looked into, some of the results may not have all of the text. */
function count(found) {
  return (found.sure ? ' ' : '约 ') + found.total + ' 项';
}

function tell(q, found, partly) {
  var text = found.total ? '“' + q + '”：找到' + count(found) + '。'
    : '没有找到“' + q + '”。换个说法试试，或者从下面的目录里找。';
  if (partly) text += '没有选地区时只查事项名称和编码；选了地区，还查办事指南的全文。';
  status.textContent = text;
}

function failed() {
  status.textContent = '没有取到查找要用的文件，请再试一次，或者从下面的目录里找。';
}

function clear() {
  list.textContent = '';
  more.hidden = true;
}

function answer(site, text, id) {
  var mine = ++run;
  clear();
  status.textContent = text.trim() ? '正在查找…' : '';
  if (!text.trim()) return;
  load(site, id).then(function (catalogs) {
    if (mine !== run) return; /* asked anew meanwhile */
    var q = question(text, site.synonyms), partly = !catalogs.some(function (c) { return c.lines; }) && !q.single;
    return gather(catalogs, q, fetchFile).then(function () {
      if (mine !== run) return;
      shown = { q: q, text: text.trim(), catalogs: catalogs, everywhere: !id, partly: partly };
      return show(false);
    });
  }).catch(function () {
    if (mine === run) failed();
  });
}

function fromAddress(site) {
  var asked = new URLSearchParams(location.search);
  input.value = asked.get('q') || '';
  region.value = asked.get('in') || '';
  if (region.selectedIndex < 0) region.value = '';
  answer(site, input.value, region.value);
}

function toAddress() {
  var asked = new URLSearchParams();
  if (input.value) asked.set('q', input.value);
  if (region.value) asked.set('in', region.value);
  history.pushState(null, '', 'search.html' + (String(asked) ? '?' + asked : ''));
}

function start(site) {
  var names = site.catalogs.map(function (c) { return c.region; });
  site.catalogs.forEach(function (c) {
    var alone = c.region && names.indexOf(c.region) === names.lastIndexOf(c.region);
    var name = alone ? c.region : (c.region ? c.region + '：' : '') + c.title;
    var option = element('option', '', [[name, false]]);
    option.value = c.id;
    region.appendChild(option);
  });
  function ask(event) {
    event.preventDefault();
    toAddress();
    answer(site, input.value, region.value);
  }
  form.addEventListener('submit', ask);
  region.addEventListener('change', ask);
  window.addEventListener('popstate', function () { fromAddress(site); });
  more.addEventListener('click', function () { show(true).catch(failed); });
  fromAddress(site);
}

form.hidden = false;
fetchOnce('search/index.json', openSite).then(start).catch(function () {
  status.textContent = '现在不能搜索：没有取到查找要用的文件。请从下面的目录里找。';
});
})();
