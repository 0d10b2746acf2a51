using System.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.CrashHarness;
using ModelOps.Store;

// modelops-crash STEP VERB [Property=value …]: runs a verb like a front does, prints every step to standard output, and ends itself without any
// clean-up at step number STEP (counted from 0; -1 runs to the end).
var dieAt = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
var step = 0;
var gate = new Lock();
var world = new VerbWorld
{
    Host = new LineHost(),
    Environment = ProcessEnvironment.Instance,
    CatalogProviders = [new EmbeddedCatalogProvider()],
    WorkingDirectory = Directory.GetCurrentDirectory(),
    OnStep = name =>
    {
        // Files are uploaded side by side; no other thread gets past the step at which the process ends.
        lock (gate)
        {
            Console.Out.WriteLine($"step {name}");
            Console.Out.Flush();
            if (step++ == dieAt)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }
    },
};
var arguments = args.Skip(2)
    .Select(text => text.Split('=', 2))
    .ToDictionary(pair => pair[0], pair => (IReadOnlyList<string>)[pair[1]]);
var verb = VerbCatalog.All.Single(candidate => candidate.Name == args[1]);
var report = await new VerbRunner(world).RunAsync(verb, new ArgumentSource(arguments), CancellationToken.None);
return (int)report.ExitCode;
