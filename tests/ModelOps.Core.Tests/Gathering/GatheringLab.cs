using System.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;
using ModelOps.Evaluation;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

/// <summary>A directory with a modelops.yml's commands in it, and a context to run them in.</summary>
internal sealed class GatheringLab : IDisposable
{
    private readonly TempDirectory _directory = new();
    private int _outputs;

    public GatheringLab()
    {
        Context = new()
        {
            WorkingDirectory = Root,
            Configuration = ToolkitConfiguration.Empty,
            Environment = Environment,
            Catalogs = TestCatalogs.Connector(Environment),
            Time = TimeProvider.System,
            Progress = SilentProgress.Instance,
            BuildReader = _ => Task.FromResult(new BuildInfo()),
            Relay = Relayed.Add,
        };
    }

    public string Root => _directory.Path;

    public TestEnvironment Environment { get; } = new() { ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")! };

    public List<string> Relayed { get; } = [];

    public VerbContext Context { get; }

    public string Codes => string.Join(' ', Context.Diagnostics.Select(finding => finding.Code));

    public string File(string relative) => _directory.File(relative);

    public string Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(relative))!);
        System.IO.File.WriteAllText(File(relative), text);
        return File(relative);
    }

    public string NewOutput() => Directory.CreateDirectory(File($"output-{_outputs++}")).FullName;

    public static EvaluationSection Evaluation(string run) => new()
    {
        Task = EvaluationTask.Binary,
        Columns = new() { Label = "y" },
        Run = run,
        Data = "data.csv",
        Timeout = Duration.Parse("60s"),
    };

    public CommandStarter Starter(BuildInfo? build = null) => new(Context, build ?? new(), Root);

    /// <summary>Runs the team's command on the model at <c>model</c>.</summary>
    public Task<PredictionFiles> EvaluateAsync(EvaluationSection section, BuildInfo? build = null, CancellationToken cancellationToken = default) =>
        new EvaluationCommand(Starter(build), TeamCommand.Of(section)!, section, Root).RunAsync(File("model"), "models:/churn/7", NewOutput(), cancellationToken);

    public static bool IsAlive(string process) =>
        Directory.Exists($"/proc/{process}") && !System.IO.File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    public static void MakePipe(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { path } })!;
        process.WaitForExit();
    }

    public void Dispose() => _directory.Dispose();
}
