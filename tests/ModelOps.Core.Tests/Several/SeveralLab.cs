using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Several;

/// <summary>A repository with three models, two of them real and one that is none.</summary>
internal sealed class SeveralLab : IDisposable
{
    public const string Sections = """
        models:
          - name: iris
            path: models/iris
          - name: broken
            path: models/broken
          - name: diabetes
            path: models/diabetes

        """;

    public const string Shared = "version: 1\nenvironments:\n  dev:\n    tracking_uri: sqlite:///.modelops/dev.db\n";

    private readonly TempDirectory _directory = new();

    public SeveralLab()
    {
        Copy("2.x-iris-classifier", "repository/models/iris");
        Copy("3.x-diabetes-regressor", "repository/models/diabetes");
        Write("models/broken/notes.txt", "no model");
        Write("modelops.yml", Shared + Sections);
        Write(".gitignore", ".modelops/\n*.modelpkg\n");
        Git = new(Root);
        Git.Commit("models");
    }

    public string Root => _directory.File("repository");

    public string Outside => _directory.Path;

    public GitScratch Git { get; }

    public TestEnvironment Environment { get; } = new() { ["USER"] = "tester" };

    public RecordingHost Host { get; private set; } = new();

    /// <summary>Called at every step of progress.</summary>
    public IProgressSink Progress { get; set; } = SilentProgress.Instance;

    public static VerbDescriptor Verb(string name) => VerbCatalog.All.Single(verb => verb.Name == name);

    public string File(string relative) => Path.Combine(Root, relative);

    public void Write(string relative, string text)
    {
        var file = _directory.File(Path.Combine("repository", relative));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }

    public Task<VerbReport> RunAsync(string verb, params (string Name, string Value)[] arguments) => RunAsync(verb, Root, CancellationToken.None, arguments);

    public async Task<VerbReport> RunAsync(string verb, string directory, CancellationToken cancellationToken, params (string Name, string Value)[] arguments)
    {
        Host = new();
        var world = new VerbWorld { Host = Host, Environment = Environment, Backends = AllBackends.List, WorkingDirectory = directory, Progress = Progress };
        var values = arguments.ToDictionary(argument => argument.Name, argument => (IReadOnlyList<string>)[argument.Value]);
        return await new VerbRunner(world).RunAsync(Verb(verb), new ArgumentSource(values), cancellationToken);
    }

    /// <summary>Names of the models that <c>check --changed</c> takes.</summary>
    public async Task<string> ChangedAsync(string? from = null, string? directory = null)
    {
        (string, string)[] arguments = from is null ? [("Changed", "true")] : [("Changed", "true"), ("Base", from)];
        var report = await RunAsync("check", directory ?? Root, CancellationToken.None, arguments);
        return report.Series is { } series ? string.Join(' ', series.Models.Select(model => model.Model)) : Describe(report);
    }

    public IEnumerable<string> Codes => Host.Diagnostics.Where(finding => finding.Severity == Severity.Warning || finding.Code == "MOP0121").Select(finding => finding.Code);

    public static string Describe(VerbReport report) =>
        $"{report.Verb.Name} ended with {report.ExitCode}: {string.Join("; ", report.Diagnostics.Select(finding => $"{finding.Code} {finding.Message}"))}";

    public void Dispose() => _directory.Dispose();

    private void Copy(string model, string to) => TestFiles.CopyDirectory(Path.Combine(TestFiles.Root, "tests", "Models", model), _directory.File(to));
}
