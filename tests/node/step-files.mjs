// The files that a runner gives to a step, read by the runner's own rules (FileCommandManager.cs).
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function createStepFiles(temp) {
  const directory = mkdtempSync(join(temp, 'step-'));
  const files = Object.fromEntries(['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(directory, name)]));
  Object.values(files).forEach((file) => writeFileSync(file, ''));
  return { directory, files };
}

export const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.length > 0);

// name=value, or name<<DELIMITER and lines up to it; whichever of = and << comes first decides.
export function readPairs(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = {};
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (line.length === 0) {
      continue;
    }

    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), index + 1);
      if (end < 0) {
        throw new Error(`no closing delimiter for '${line}'`);
      }

      pairs[line.slice(0, heredoc)] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (equals > 0) {
      pairs[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(`'${line}' is no pair`);
    }
  }

  return pairs;
}
