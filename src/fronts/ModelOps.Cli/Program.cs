using ModelOps.Cli;
using ModelOps.Core.Hosting;
using ModelOps.Store;

if (args is ["--version"])
{
    Console.Out.WriteLine(ToolVersion.Text);
    return 0;
}

using var signals = new CancellationSignals();
var application = new CliApplication(CliConsole.OfProcess(), ProcessEnvironment.Instance, Directory.GetCurrentDirectory())
{
    CatalogProviders = [new EmbeddedCatalogProvider()],
};
return await application.RunAsync(args, signals.Token);
