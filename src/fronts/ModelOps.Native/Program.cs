using ModelOps.Cli;
using ModelOps.Sandbox.Hosting;

return args is [OwnSandbox.Word]
    ? await Crash.GuardAsync(() => SandboxProgram.RunAsync(Console.In, Console.Out))
    : await CliProgram.RunAsync(args, new OwnSandbox());
