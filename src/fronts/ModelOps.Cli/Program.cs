using ModelOps.Cli;
using ModelOps.Core.Hosting;
using ModelOps.Backends;

if (args is ["--version"])
{
    Console.Out.WriteLine(ToolVersion.Text);
    return 0;
}

using var signals = new CancellationSignals();
var application = new CliApplication(CliConsole.OfProcess(), ProcessEnvironment.Instance, Directory.GetCurrentDirectory())
{
    Backends = AllBackends.List,
};
return await application.RunAsync(args, signals.Token);
