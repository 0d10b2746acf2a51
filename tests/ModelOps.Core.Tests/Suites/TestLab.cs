using System.Text;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Core.Verbs.Test;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Suites;

/// <summary>A directory with a modelops.yml and scripts, in which <c>test</c> runs through the real binder and runner.</summary>
internal sealed class TestLab : IDisposable
{
    private readonly TempDirectory _directory = new();

    public string Path => _directory.Path;

    public TestEnvironment Environment { get; } = new() { ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!, ["USER"] = "tester", ["HOME"] = "/" };

    public RecordingHost Host { get; private set; } = new();

    public void Dispose() => _directory.Dispose();

    public string File(string relative) => _directory.File(relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(relative))!);
        System.IO.File.WriteAllText(File(relative), text);
    }

    /// <summary>Writes modelops.yml.</summary>
    /// <param name="unit">Stages of the unit suite as YAML flow mappings.</param>
    /// <param name="integration">Stages of the integration suite.</param>
    /// <param name="server">Server of the environment staging.</param>
    public void Configure(string[] unit, string[]? integration = null, string server = "http://127.0.0.1:9")
    {
        var text = new StringBuilder("version: 1\nmodels:\n  - name: churn\n    path: models/churn\n    tests:\n");
        foreach (var (suite, stages) in new[] { ("unit", unit), ("integration", integration ?? []) })
        {
            text.Append("      ").Append(suite).Append(": [").AppendJoin(", ", stages).Append("]\n");
        }

        text.Append("environments:\n  dev: {tracking_uri: 'sqlite:///dev.db'}\n  staging: {tracking_uri: '").Append(server).Append("', catalog: staging, schema: fraud}\n");
        Write("modelops.yml", text.ToString());
    }

    /// <summary>A stage that runs a Python script which writes a JUnit file by hand.</summary>
    /// <param name="name">Name of the stage.</param>
    /// <param name="cases">Test cases as XML.</param>
    /// <param name="exitCode">Exit code of the script.</param>
    public string Stage(string name, string cases, int exitCode = 0)
    {
        Write($"{name}.py", $"""
            import sys
            print("running {name}")
            open(sys.argv[1], "w", encoding="utf-8").write('''<testsuites><testsuite name="{name}">{cases}</testsuite></testsuites>''')
            sys.exit({exitCode})
            """);
        return $$"""{name: {{name}}, run: 'python3 {{name}}.py {results}'}""";
    }

    public Task<VerbReport> RunAsync(params (string Name, string Value)[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<VerbReport> RunAsync(CancellationToken cancellationToken, params (string Name, string Value)[] arguments) =>
        RunAsync(Host = new(), cancellationToken, arguments);

    /// <summary>Runs the verb as a build host would.</summary>
    public Task<VerbReport> RunAsync(IBuildHost host, CancellationToken cancellationToken, params (string Name, string Value)[] arguments)
    {
        var world = new VerbWorld
        {
            Host = host,
            Environment = Environment,
            Backends = AllBackends.List,
            WorkingDirectory = Path,
        };
        var values = arguments.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(pair => pair.Value)]);
        return new VerbRunner(world).RunAsync(VerbCatalog.For<TestSettings>(), new ArgumentSource(values), cancellationToken);
    }

    public static TestResult Result(VerbReport report) => (TestResult?)report.Result ?? throw new InvalidOperationException(ReleaseLab.Describe(report));

    public static string Statuses(VerbReport report) => string.Join(", ", Result(report).Stages.Select(stage => $"{stage.Suite}/{stage.Stage} {stage.Status}"));

    public static string Codes(VerbReport report) => string.Join(' ', report.Diagnostics.Select(finding => finding.Code));
}
