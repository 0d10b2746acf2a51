using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Backends;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Core.Verbs.Test;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>A repository with two models whose tests a build of GitHub runs for pull request 12, by the real runner.</summary>
internal sealed class CommentLab : IProgressSink, IDisposable
{
    private const string Same = """{"id": 1}""";

    private readonly TempDirectory _directory = new();

    public CommentLab(string? api)
    {
        Environment = new()
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = "/",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_EVENT_PATH"] = _directory.File("event.json"),
            ["GITHUB_REF"] = "refs/pull/12/merge",
            ["GITHUB_SHA"] = new string('a', 40),
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "o/r",
            ["GITHUB_TOKEN"] = GitHubServer.Token,
        };
        if (api is not null)
        {
            Environment["GITHUB_API_URL"] = api;
        }

        WriteEvent(Same);
        Configure();
    }

    public TestEnvironment Environment { get; }

    public RecordingHost Host { get; private set; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>What progress was told.</summary>
    public List<string> Notes { get; } = [];

    public void WriteEvent(string head)
    {
        var commit = new string('b', 40);
        File.WriteAllText(_directory.File("event.json"), $$$"""{"pull_request": {"number": 12, "head": {"sha": "{{{commit}}}", "repo": {{{head}}} }, "base": {"repo": {{{Same}}} } } }""");
    }

    /// <summary>Writes modelops.yml: a unit test a model, which ends with a code.</summary>
    public void Configure(bool comment = true, int exitCode = 0, string name = "churn")
    {
        File.WriteAllText(_directory.File("stage.py"), $"import sys\nopen(sys.argv[1], 'w').write('<testsuites><testsuite name=\"s\"><testcase name=\"t\"/></testsuite></testsuites>')\nsys.exit({exitCode})\n");
        var stage = "{name: data, run: 'python3 stage.py {results}'}";
        File.WriteAllText(_directory.File("modelops.yml"), $"""
            version: 1
            report: {(comment ? "{comment: true}" : "{}")}
            models:
              - name: '{name}'
                path: models/churn
                tests: {"{"}unit: [{stage}]{"}"}
              - name: fraud
                path: models/fraud
                tests: {"{"}unit: [{stage}]{"}"}
            """);
    }

    public Task<VerbReport> TestAsync(string model = "churn", params (string Name, string Value)[] more) => TestAsync(CancellationToken.None, model, more);

    public async Task<VerbReport> TestAsync(CancellationToken cancellationToken, string model = "churn", params (string Name, string Value)[] more)
    {
        Host = new();
        var world = new VerbWorld
        {
            Host = Host, Environment = Environment, Backends = AllBackends.List, WorkingDirectory = _directory.Path, Progress = this, Time = Time,
        };
        (string Name, string Value)[] arguments = [("Model", model), .. more];
        var values = arguments.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value]);
        return await new VerbRunner(world).RunAsync(VerbCatalog.For<TestSettings>(), new ArgumentSource(values), cancellationToken);
    }

    /// <summary>The finding about the comment.</summary>
    public static Diagnostic Finding(VerbReport report) => Assert.Single(report.Diagnostics, finding => finding.Code is "MOP4012" or "MOP4013" or "MOP4014");

    public IProgressTask Start(string description, long totalBytes) => SilentProgress.Instance;

    public void Note(string line) => Notes.Add(line);

    public void Dispose() => _directory.Dispose();
}
