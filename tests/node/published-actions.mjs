// What the published actions of the lock list do, as far as the shipped workflows need it.
import { cpSync, existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const actions = {
  // The workspace is there already; the toolkit is linked to where it is to be checked out.
  'actions/checkout': (given, job) => {
    if (given.path) {
      mkdirSync(dirname(join(job.workspace, given.path)), { recursive: true });
      symlinkSync(job.toolkit, join(job.workspace, given.path));
    }
  },
  'actions/setup-dotnet': () => {},
  // A test keeps something under the key, or nothing.
  'actions/cache': (given, job) => {
    const kept = join(job.artifacts, '..', 'cache', given.key);
    if (existsSync(kept)) {
      cpSync(kept, given.path, { recursive: true });
      return { 'cache-hit': 'true' };
    }
  },
  'actions/upload-artifact': (given, job) => {
    if (given['if-no-files-found'] === 'ignore' && !existsSync(join(job.workspace, given.path))) {
      return;
    }

    mkdirSync(join(job.artifacts, given.name), { recursive: true });
    // Of a directory the content is kept, not its name.
    const source = join(job.workspace, given.path);
    const target = join(job.artifacts, given.name);
    cpSync(source, statSync(source).isDirectory() ? target : join(target, basename(given.path)), { recursive: true });
  },
  'actions/download-artifact': (given, job) => cpSync(join(job.artifacts, given.name), join(job.workspace, given.path ?? '.'), { recursive: true }),
};

export function runPublishedAction(uses, given, job) {
  const name = uses.split('@')[0];
  if (!actions[name]) {
    throw new Error(`'${uses}' is not in the lock list`);
  }

  const outputs = actions[name](given, job) ?? {};
  job.log.push({ name: uses, with: given });
  return { failed: false, outputs };
}
