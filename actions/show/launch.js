// Emitted from src/ModelOps.Surfaces/Azure/launch.js. Do not edit: change the source and run ./build.sh --target Generate.
'use strict';
// Runs one verb of the toolkit for an Azure Pipelines task. It lies beside the task's manifest, whose name ends in the verb.
// The inputs stay in the INPUT_ variables that the agent sets, credentials in their own: nothing becomes an argument.
const { spawn } = require('node:child_process');

const words = require('./task.json').name.replace(/^modelops-/, '').split('-');
const command = process.platform === 'win32' ? 'modelops.exe' : 'modelops';
// The task's commands are restricted, which leaves out the upload of a summary.
const env = { ...process.env, MODELOPS_NO_SUMMARY: '1' };
// Windows would look for the program in the working directory first, which a pull request can fill.
process.env.NoDefaultCurrentDirectoryInExePath = '1';
const child = spawn(command, words, { stdio: 'inherit', shell: false, env });

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}

child.on('error', (error) => {
  const reason = error.code === 'ENOENT'
    ? 'The modelops command is not on PATH. Run the step template steps/setup.yml, or dotnet tool install ModelOps.Cli, in a step before this one.'
    : `The modelops command cannot be started: ${error.code}.`;
  console.log(`##vso[task.logissue type=error]${reason}`);
  process.exitCode = 2;
});

// 130 is the toolkit's exit code for a run that was cancelled.
child.on('exit', (code) => {
  process.exitCode = code ?? 130;
});
