// Runs the steps of a job or of a composite action.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { condition, interpolate, interpolateAll } from './expressions.mjs';
import { createStepFiles, readLines, readPairs } from './step-files.mjs';
import { runPublishedAction } from './published-actions.mjs';

// job: { workspace, temp, artifacts, toolkit, path: [], env: {}, log: [], summary: '' }, shared by all steps.
// Returns { failed, outputs } where outputs are those of every step by its id.
export function runSteps(steps, contexts, job, stepEnv) {
  const outputs = {};
  let failed = false;
  for (const step of steps) {
    const env = { ...job.env, ...stepEnv };
    const seen = { ...contexts, env, steps: outputs };
    if (!condition(step.if, seen, failed)) {
      job.log.push({ name: step.name, skipped: true });
      outputs[step.id ?? `_${Object.keys(outputs).length}`] = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
      continue;
    }

    const own = { ...env, ...interpolateAll(step.env, seen) };
    const result = step.run === undefined
      ? runUses(step, { ...seen, env: own }, job, { ...stepEnv, ...interpolateAll(step.env, seen) })
      : runScript(step, own, contexts, job);
    outputs[step.id ?? `_${Object.keys(outputs).length}`] = {
      outputs: result.outputs,
      outcome: result.failed ? 'failure' : 'success',
      conclusion: result.failed && !step['continue-on-error'] ? 'failure' : 'success',
    };
    failed ||= result.failed && !step['continue-on-error'];
  }

  return { failed, steps: outputs };
}

function runScript(step, env, contexts, job) {
  const { directory, files } = createStepFiles(job.temp);
  const script = join(directory, 'script.sh');
  writeFileSync(script, interpolate(step.run, { ...contexts, env }));
  const action = contexts.github.action_path ? { GITHUB_ACTION_PATH: contexts.github.action_path } : {};
  const path = [...job.path, env.PATH].join(delimiter);
  const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: job.workspace,
    env: { ...env, ...files, ...action, PATH: path, GITHUB_WORKSPACE: job.workspace, RUNNER_TEMP: job.temp },
    encoding: 'utf8',
  });
  job.path.unshift(...readLines(files.GITHUB_PATH));
  Object.assign(job.env, readPairs(files.GITHUB_ENV));
  job.summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
  job.log.push({ name: step.name, exitCode: run.status, stdout: run.stdout, stderr: run.stderr });
  return { failed: run.status !== 0, outputs: readPairs(files.GITHUB_OUTPUT) };
}

function runUses(step, contexts, job, stepEnv) {
  const given = interpolateAll(step.with, contexts);
  if (step.uses.startsWith('./')) {
    return runComposite(join(job.workspace, step.uses), given, contexts, job, stepEnv);
  }

  const ours = /^([\w.-]+\/modelops-toolkit)\/(.+)@(.+)$/.exec(step.uses);
  return ours ? runFetchedAction(ours, given, contexts, job, stepEnv) : runPublishedAction(step.uses, given, job);
}

// An action of another repository: the runner fetches the whole of it, without .git, to a directory that is named after repository and reference.
function runFetchedAction([, repository, path, reference], given, contexts, job, stepEnv) {
  const directory = join(job.temp, '..', '_actions', repository, reference);
  if (!existsSync(directory)) {
    cpSync(job.toolkit, directory, { recursive: true });
  }

  const github = { ...contexts.github, action_repository: repository, action_ref: reference };
  return runComposite(join(directory, path), given, { ...contexts, github }, job, stepEnv);
}

// A composite action sees its inputs, not the caller's steps; a default may be an expression.
export function runComposite(directory, given, contexts, job, stepEnv) {
  const manifest = parse(readFileSync(join(directory, 'action.yml'), 'utf8'));
  const inputs = Object.fromEntries(Object.entries(manifest.inputs ?? {}).map(([name, input]) =>
    [name, given[name] ?? interpolate(input.default ?? '', contexts)]));
  const inner = { github: { ...contexts.github, action_path: directory }, runner: contexts.runner, inputs };
  const { failed, steps } = runSteps(manifest.runs.steps, inner, job, stepEnv);
  const outputs = Object.fromEntries(Object.entries(manifest.outputs ?? {}).map(([name, output]) =>
    [name, interpolate(output.value, { ...inner, steps })]));
  return { failed, outputs };
}
