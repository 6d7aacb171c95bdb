// Validates SARIF logs: against the schema of SARIF 2.1.0 (draft 4), and what it cannot say:
// each ruleIndex names the rule of its ruleId, uris are relative and have no bad characters.
//   node tests/sarif_check.js log.sarif…
'use strict';
const fs = require('fs');
const Ajv = require('ajv');

const schema = JSON.parse(fs.readFileSync(
  require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv({ schemaId: 'id', allErrors: true, meta: false, unknownFormats: [] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(schema);

function checkResult(run, result, tell) {
  const rule = run.tool.driver.rules[result.ruleIndex];
  if (!rule || rule.id !== result.ruleId) tell(`${result.ruleId}: ruleIndex ${result.ruleIndex}`);
  for (const location of result.locations || []) {
    const { artifactLocation: file, region } = location.physicalLocation;
    if (!/^[A-Za-z0-9._~%/-]+$/.test(file.uri) || /^\//.test(file.uri))
      tell(`uri ${file.uri}`);
    if (region && region.endLine !== undefined &&
        (region.endLine < region.startLine ||
         (region.endLine === region.startLine && region.endColumn < region.startColumn)))
      tell(`${result.ruleId}: region ends before it begins`);
  }
}

let bad = 0;
for (const name of process.argv.slice(2)) {
  const tell = (text) => { bad++; console.log(`${name}: ${text}`); };
  const log = JSON.parse(fs.readFileSync(name, 'utf8'));
  if (!validate(log))
    for (const e of validate.errors.slice(0, 20)) tell(`${e.dataPath} ${e.message}`);
  for (const run of log.runs) for (const result of run.results) checkResult(run, result, tell);
}
process.exit(bad ? 1 : 0);
