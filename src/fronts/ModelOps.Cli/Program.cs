using ModelOps.Abstractions.Diagnostics;
using ModelOps.Backends;
using ModelOps.Cli;
using ModelOps.Cli.Streams;
using ModelOps.Core.Hosting;

var streams = OutputStreams.OfProcess();
if (args is ["--version"] or ["version"])
{
    Console.Out.WriteLine(ToolVersion.Text);
    return streams.Settle((int)ExitCode.Ok);
}

using var signals = new CancellationSignals();
var application = new CliApplication(CliConsole.OfProcess(), ProcessEnvironment.Instance, Directory.GetCurrentDirectory())
{
    Backends = AllBackends.List,
};
return streams.Settle(await application.RunAsync(args, signals.Token));
