using System.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Hosting;
using ModelOps.Core.Verbs;
using ModelOps.CrashHarness;

// modelops-crash STOP VERB [Property=value …]: runs a verb like a front does and prints every step to standard output. STOP is a number: the process
// ends itself without any clean-up at that step (counted from 0; -1 runs to the end). Or it is a step's name: the process waits there for a line on
// standard input.
var stop = args[0];
var dieAt = int.TryParse(stop, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;
var step = 0;
var gate = new Lock();

// Files are uploaded side by side; no other thread gets past the step at which the process ends.
void OnStep(string name)
{
    lock (gate)
    {
        Console.Out.WriteLine($"step {name}");
        Console.Out.Flush();
        if (step++ == dieAt)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        if (name == stop)
        {
            Console.In.ReadLine();
        }
    }
}

var world = new VerbWorld
{
    Host = new LineHost(),
    Environment = ProcessEnvironment.Instance,
    Backends = AllBackends.List,
    WorkingDirectory = Directory.GetCurrentDirectory(),
    Progress = args[1] == "package" ? new StepProgress(OnStep) : SilentProgress.Instance,
    OnStep = OnStep,
};
var arguments = args.Skip(2)
    .Select(text => text.Split('=', 2))
    .ToDictionary(pair => pair[0], pair => (IReadOnlyList<string>)[pair[1]]);
var verb = VerbCatalog.All.Single(candidate => candidate.Name == args[1]);
var report = await new VerbRunner(world).RunAsync(verb, new ArgumentSource(arguments), CancellationToken.None);
return (int)report.ExitCode;
