// Validates YAML files against a JSON schema.
// Arguments: the schema, then files. Standard output: a JSON list of { file, place, message }.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const findings = files.flatMap((file) =>
  validate(parse(readFileSync(file, 'utf8'))) ? [] : validate.errors.map((error) => ({ file, place: error.instancePath, message: error.message })));

console.log(JSON.stringify(findings));
