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
    // One path a line; what is missing is left out, as long as something is there.
    const paths = given.path.split('\n').filter((path) => path !== '' && existsSync(join(job.workspace, path)));
    if (paths.length === 0) {
      if (given['if-no-files-found'] === 'ignore') {
        return;
      }

      throw new Error(`upload-artifact finds nothing at '${given.path}'`);
    }

    const target = join(job.artifacts, given.name);
    mkdirSync(target, { recursive: true });
    for (const path of paths) {
      // Of a directory the content is kept, not its name.
      const source = join(job.workspace, path);
      cpSync(source, statSync(source).isDirectory() ? target : join(target, basename(path)), { recursive: true });
    }
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
