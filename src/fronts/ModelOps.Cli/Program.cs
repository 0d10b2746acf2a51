using ModelOps.Cli;

return await CliProgram.RunAsync(args, ownSandbox: null);
