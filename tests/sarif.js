// What the tests do with SARIF logs.
//   node tests/sarif.js check log.sarif…        validates them; says what is wrong, status 1
//   node tests/sarif.js fix log.sarif ROOT URI  prints the file below ROOT with all fixes made
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

// The schema of SARIF 2.1.0 (draft 4 of JSON Schema), as the package has it.
function schemaValidator() {
  const schema = JSON.parse(fs.readFileSync(
    require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
  const ajv = new Ajv({ schemaId: 'id', allErrors: true, meta: false, unknownFormats: [] });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  return ajv.compile(schema);
}

// What the schema cannot say: ruleIndex and ruleId name the same rule, a relative uri has no
// bad characters, a region does not end before it begins.
function checkResult(run, result, tell) {
  const rule = run.tool.driver.rules[result.ruleIndex];
  if (!rule || rule.id !== result.ruleId) tell(`${result.ruleId}: ruleIndex ${result.ruleIndex}`);
  for (const location of result.locations || []) {
    const { artifactLocation: file, region } = location.physicalLocation;
    if (!/^(file:\/\/\/)?[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*$/.test(file.uri)) tell(`uri ${file.uri}`);
    if (region && region.endLine !== undefined &&
        (region.endLine < region.startLine ||
         (region.endLine === region.startLine && region.endColumn < region.startColumn)))
      tell(`${result.ruleId}: region ends before it begins`);
  }
}

function check(names) {
  const validate = schemaValidator();
  let bad = 0;
  for (const name of names) {
    const tell = (text) => { bad++; console.log(`${name}: ${text}`); };
    const log = JSON.parse(fs.readFileSync(name, 'utf8'));
    if (!validate(log))
      for (const e of validate.errors.slice(0, 20)) tell(`${e.dataPath} ${e.message}`);
    for (const run of log.runs) {
      const ids = run.tool.driver.rules.map((rule) => rule.id);
      if (new Set(ids).size !== ids.length) tell('an id stands twice among the rules');
      for (const result of run.results) checkResult(run, result, tell);
    }
  }
  return bad ? 1 : 0;
}

// Offset of a place in an array of characters; columnKind is unicodeCodePoints.
function offset(text, line, column) {
  let at = text[0] === '\uFEFF' ? 1 : 0;
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

function fix(name, root, uri) {
  const log = JSON.parse(fs.readFileSync(name, 'utf8'));
  const text = Array.from(fs.readFileSync(path.join(root, decodeURIComponent(uri)), 'utf8'));
  const changes = [];
  for (const result of log.runs[0].results)
    for (const { artifactChanges } of result.fixes || [])
      for (const change of artifactChanges)
        if (change.artifactLocation.uri === uri) changes.push(...change.replacements);
  const places = changes.map(({ deletedRegion: r, insertedContent }) => ({
    from: offset(text, r.startLine, r.startColumn),
    to: offset(text, r.endLine, r.endColumn),
    put: insertedContent.text,
  })).sort((a, b) => b.from - a.from);
  for (const { from, to, put } of places) text.splice(from, to - from, ...Array.from(put));
  process.stdout.write(text.join(''));
  return 0;
}

const [what, ...rest] = process.argv.slice(2);
process.exitCode = what === 'check' ? check(rest) : fix(...rest);
