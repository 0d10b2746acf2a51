// Validates workflows and action manifests as GitHub's own editor support does.
// Arguments: the repository's root, then files. Standard output: a JSON list of { file, line, message }.
// Inputs of local actions are not checked by the validator, so those of the toolkit are shown to it as published ones.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

const [root, ...files] = process.argv.slice(2);

// Input names of the published actions, from their own manifests at the locked commits.
const known = JSON.parse(readFileSync(new URL('known-actions.json', import.meta.url), 'utf8'));

const actionsMetadataProvider = {
  async fetchActionMetadata(reference) {
    if (reference.name === 'modelops-toolkit') {
      const file = join(root, reference.path ?? '', 'action.yml');
      return existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
    }

    const inputs = known[`${reference.owner}/${reference.name}`];
    return inputs && { name: reference.name, description: '', inputs: Object.fromEntries(inputs.map((name) => [name, { description: name, required: false }])) };
  },
};

const findings = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8').replaceAll(/uses: \.\/(\.modelops-toolkit\/)?actions\//g, 'uses: modelops-toolkit/modelops-toolkit/actions/')
    .replaceAll(/(uses: modelops-toolkit\/modelops-toolkit\/actions\/[a-z-]+)$/gm, '$1@v0');
  const document = TextDocument.create(`file://${file}`, 'yaml', 1, text);
  for (const finding of await validate(document, { actionsMetadataProvider })) {
    findings.push({ file, line: finding.range.start.line + 1, message: finding.message });
  }
}

console.log(JSON.stringify(findings));
