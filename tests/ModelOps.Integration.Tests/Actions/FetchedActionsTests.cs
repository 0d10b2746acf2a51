using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Actions;

/// <summary>Actions that a workflow names by repository and commit: the runner puts them beside the workspace, which has nothing of the toolkit.</summary>
public sealed class FetchedActionsTests : IDisposable
{
    private readonly CommandStub _machine = new();
    private readonly TempDirectory _directory = new();

    public void Dispose()
    {
        _directory.Dispose();
        _machine.Dispose();
    }

    public static TheoryData<string> Actions =>
        [.. Directory.EnumerateDirectories(Path.Combine(TestFiles.Root, "actions")).Select(path => Path.GetFileName(path)!).Where(name => name != "setup").Order(StringComparer.Ordinal)];

    [NodeTheory]
    [MemberData(nameof(Actions))]
    public async Task Every_action_works_where_the_runner_fetches_it(string action)
    {
        await File.WriteAllTextAsync(_directory.File("workflow.yml"), $$"""
            on: push
            jobs:
              job:
                steps:
                  - uses: your-organisation/modelops-toolkit/actions/setup@{{new string('2', 40)}}
                  - id: verb
                    uses: your-organisation/modelops-toolkit/actions/{{action}}@{{new string('2', 40)}}
                    with:
                      output: out
            """);

        var run = await ActionRun.OfFetchedActionsAsync(_machine, _directory.File("workflow.yml"));

        Assert.False(run.GetProperty("failed").GetBoolean(), run.GetRawText());
        Assert.StartsWith($"modelops {action.Split('-')[0]}", Assert.Single(_machine.Calls).CommandLine, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_machine.Work), entry => Path.GetFileName(entry) != "out");
        Assert.EndsWith($"/_actions/your-organisation/modelops-toolkit/{new string('2', 40)}/actions/{action}", Path.GetFullPath(_machine.Calls[0].Environment["GITHUB_ACTION_PATH"]), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task One_that_is_fetched_from_a_fork_is_built_or_taken_from_the_cache_by_its_commit()
    {
        var commit = new string('3', 40);
        await File.WriteAllTextAsync(_directory.File("workflow.yml"), $$"""
            on: push
            jobs:
              job:
                steps:
                  - uses: somebody/modelops-toolkit/actions/setup@{{commit}}
            """);
        _machine.Add("gcc", "#!/bin/sh\n");
        var kept = Path.Combine(_machine.Temp, "cache", $"modelops-build-native-Linux-x86_64-2.34-{commit}");
        Directory.CreateDirectory(kept);
        await File.WriteAllTextAsync(Path.Combine(kept, "complete"), "");

        var run = await ActionRun.OfFetchedActionsAsync(_machine, _directory.File("workflow.yml"));

        Assert.False(run.GetProperty("failed").GetBoolean(), run.GetRawText());
        var log = run.GetProperty("jobs").GetProperty("job").GetProperty("log").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!).ToArray();
        Assert.Contains(log, name => name.StartsWith("actions/cache@", StringComparison.Ordinal));
        Assert.DoesNotContain(log, name => name.StartsWith("actions/setup-dotnet@", StringComparison.Ordinal));
        Assert.Contains("it comes from somebody/modelops-toolkit", run.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(_machine.Calls);
    }
}
