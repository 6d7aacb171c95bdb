// What the tests do with the JSON Schema of catalog.json.
//   node tests/data_schema.js SCHEMA export.json…
// Each export must be valid; and so that a schema which allows anything does not pass, it
// must be refused when any one of its keys is away or holds another type, when a key that
// nobody knows stands beside them, and after the changes in `wrong`. Prints what is not so;
// the last line counts.
'use strict';
const fs = require('fs');
const Ajv = require('ajv');

const [schemaFile, ...names] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
const ajv = new Ajv({ allErrors: false });
const validate = ajv.compile(schema);
let passed = 0, failed = 0;

function expect(valid, catalog, what) {
  if (validate(catalog) === valid) { passed++; return; }
  failed++;
  console.log(`${what}: ${valid ? JSON.stringify(validate.errors) : 'should be refused'}`);
}

const isObject = (v) => v !== null && typeof v === 'object' && !Array.isArray(v);
// Objects whose keys are the catalog's own.
const open = new Set(['levels', 'printed', 'shared']);

// Calls try(holder, key, path) for each key of the first two entries of every list.
function walk(value, path, visit) {
  if (Array.isArray(value)) {
    value.slice(0, 2).forEach((v, i) => walk(v, `${path}[${i}]`, visit));
  } else if (isObject(value)) {
    visit(value, path);
    for (const key of Object.keys(value)) walk(value[key], `${path}.${key}`, visit);
  }
}

function another(value) {
  if (typeof value === 'string') return 7;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? {} : [];
}

function mutate(catalog, name) {
  walk(catalog, name, (object, path) => {
    const isOpen = open.has(path.split('.').pop());
    for (const key of Object.keys(object)) {
      const kept = object[key], order = Object.keys(object).map((k) => [k, object[k]]);
      if (!isOpen) {
        delete object[key];
        // services tells an item from a service; without it an item is refused by `required`
        expect(false, catalog, `${path} without ${key}`);
      }
      for (const [k, v] of order) { delete object[k]; object[k] = v; }
      object[key] = another(kept);
      expect(false, catalog, `${path}.${key} of another type`);
      object[key] = null;
      expect(false, catalog, `${path}.${key} null`);
      object[key] = kept;
    }
    object['Unknown'] = isOpen ? 7 : 'x';
    expect(false, catalog, `${path} with a key more`);
    delete object['Unknown'];
  });
}

// Changes that keep every key and type.
const wrong = {
  'a kind': (c) => { c.kind = 'matrix'; },
  'an id with blanks': (c) => { c.id = 'a b'; },
  'a region of five digits': (c) => { c.region.code = '43098'; },
  'a date as people write it': (c) => { c.document.date = '2020年12月28日'; },
  'no title': (c) => { c.title = ''; },
  'a path out of the folder': (c) => { c.groups[0].items[0].path = '../x'; },
  'an empty entry': (c) => { c.groups[0].items[0].materials.push(''); },
  'a source of a chart': (c) => { c.groups[0].items[0].flow.source = 'guessed'; },
  'a limit of no unit': (c) => {
    c.groups[0].items[0].limit.parsed = [{ when: '', kind: 'within', value: 5, unit: '' }];
  },
  'a limit of nothing': (c) => {
    c.groups[0].items[0].limit.parsed = [{ when: '', kind: 'within', value: 0, unit: 'day' }];
  },
  'an immediate limit of days': (c) => {
    c.groups[0].items[0].limit.parsed = [{ when: '', kind: 'immediate', value: 5, unit: 'day' }];
  },
  'half a day': (c) => {
    c.groups[0].items[0].limit.parsed = [{ when: '', kind: 'within', value: 0.5, unit: 'day' }];
  },
  'a service of a service': (c) => {
    const item = c.groups[0].items[0];
    item.services.push(JSON.parse(JSON.stringify(item)));
  },
  'a printed field that is none': (c) => { c.groups[0].items[0].printed.price = '0元'; },
  'an empty printed text': (c) => { c.groups[0].items[0].printed.limit = ''; },
  'a cell over no column': (c) => {
    c.forms.push({ id: 'x', title: '', above: [], below: [], rows: [[{ text: '', colspan: 0, rowspan: 1 }]] });
  },
};

for (const name of names) {
  const text = fs.readFileSync(name, 'utf8');
  const catalog = JSON.parse(text);
  expect(true, catalog, name);
  mutate(catalog, name);
  expect(true, catalog, `${name} behind the changes`);
  for (const [what, change] of Object.entries(wrong)) {
    const changed = JSON.parse(text);
    change(changed);
    expect(false, changed, `${name}: ${what}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
