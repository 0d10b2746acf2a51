// Executes a composite action, or the jobs of a workflow, from the committed files.
// Standard input: JSON { action, with } or { workflow, inputs, secrets, job }, where job leaves out all others, and { workspace, temp, toolkit, github, env }.
// Standard output: JSON { failed, outputs, log, summary, jobs }; a job that calls a workflow has the runs of it.
import { readFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { condition, interpolate, interpolateAll, listOf } from './expressions.mjs';
import { runComposite, runSteps } from './steps.mjs';

const request = JSON.parse(readFileSync(0, 'utf8'));
const runner = { os: 'Linux', temp: request.temp };
const artifacts = join(request.temp, 'artifacts');
mkdirSync(artifacts, { recursive: true });

const newJob = () => ({
  workspace: request.workspace, temp: request.temp, toolkit: request.toolkit, artifacts, env: { ...request.env }, path: [], log: [], summary: '',
});

function runAction() {
  const job = newJob();
  const result = runComposite(request.action, request.with, { github: request.github, runner, env: job.env }, job, {});
  return { ...result, log: job.log, summary: job.summary };
}

function runWorkflow(file, given, secrets) {
  const workflow = parse(readFileSync(file, 'utf8'));
  const call = workflow.on.workflow_call ?? {};
  const inputs = Object.fromEntries(Object.entries(call.inputs ?? {}).map(([name, input]) => [name, given[name] ?? input.default ?? '']));
  const jobs = {};
  for (const [id, definition] of Object.entries(workflow.jobs).filter(([name]) => name === (request.job ?? name))) {
    const needs = Object.fromEntries([definition.needs ?? []].flat().map((name) => [name, jobs[name]]));
    const contexts = { github: request.github, runner, inputs, needs };
    if (!condition(definition.if, contexts, Object.values(needs).some((need) => need.result !== 'success'))) {
      jobs[id] = { result: 'skipped', outputs: {}, log: [] };
      continue;
    }

    // Every job starts on a machine of its own: nothing but the checkout is there.
    rmSync(join(request.workspace, '.modelops-toolkit'), { force: true });
    rmSync(join(request.temp, 'modelops'), { recursive: true, force: true });
    jobs[id] = definition.uses ? runCalled(definition, { ...contexts, secrets }) : runJob(definition, contexts, secrets);
  }

  const outputs = Object.fromEntries(Object.entries(call.outputs ?? {}).map(([name, output]) => [name, interpolate(output.value, { jobs })]));
  return { failed: Object.values(jobs).some((job) => job.result === 'failure'), outputs, jobs };
}

function runJob(definition, contexts, given) {
  const job = newJob();
  const secrets = definition.environment ? given : {};
  const { failed, steps } = runSteps(definition.steps, { ...contexts, secrets }, job, {});
  return {
    result: failed ? 'failure' : 'success',
    environment: interpolate(definition.environment ?? '', contexts),
    concurrency: interpolate(definition.concurrency?.group ?? '', contexts),
    outputs: interpolateAll(definition.outputs, { ...contexts, steps }),
    log: job.log,
  };
}

// A job that calls a workflow, once for every value of its matrix, which has one axis. The file is the shipped one under the name it is copied to.
function runCalled(definition, contexts) {
  const file = join(dirname(request.workflow), definition.uses.replace(/^.*\/modelops-/, ''));
  const [axis, values] = Object.entries(definition.strategy?.matrix ?? {})[0] ?? [undefined, ['']];
  const runs = listOf(values, contexts).map((value) => {
    const own = { ...contexts, matrix: { [axis]: value } };
    return { name: interpolate(definition.name, own), ...runWorkflow(file, interpolateAll(definition.with, own), interpolateAll(definition.secrets, own)) };
  });
  return { result: runs.some((run) => run.failed) ? 'failure' : 'success', outputs: {}, log: [], runs };
}

console.log(JSON.stringify(request.workflow ? runWorkflow(request.workflow, request.inputs, request.secrets) : runAction()));
