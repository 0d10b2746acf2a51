using ModelOps.Integration.Tests.Node;
using ModelOps.Integration.Tests.Testing;
using ModelOps.Surfaces;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Actions;

/// <summary>The job of our own CI that uses our actions on the sample, with the command as it was built in the place of the packed one.</summary>
public sealed class OwnActionsTests : IDisposable
{
    private readonly SampleLab _lab = new(isEmpty: true);
    private readonly CommandStub _machine;

    public OwnActionsTests()
    {
        TestFiles.CopyDirectory(Path.Combine(TestFiles.Root, "samples", "diabetes"), _lab.File("samples/diabetes"));
        Directory.CreateSymbolicLink(_lab.File("actions"), Path.Combine(TestFiles.Root, "actions"));
        // A copy, for its right to be executed.
        File.Copy(Path.Combine(TestFiles.Root, "build.sh"), _lab.File("build.sh"));
        File.WriteAllText(_lab.File("build.sh"), "#!/usr/bin/env bash\nmkdir -p artifacts/packages\necho \"$*\" > artifacts/packages/made-by\n");
        _lab.Git.Commit("this repository, as far as the job needs it");
        _machine = CommandStub.WithInstallableCommand(_lab.Path);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["CI"] = "true",
            ["GITHUB_SHA"] = _lab.Git.Head,
            ["GITHUB_REF"] = "refs/pull/5/merge",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "organisation/modelops-toolkit",
            ["GITHUB_RUN_ID"] = "42",
            ["GITHUB_ACTOR"] = "tester",
        })
        {
            _machine.Environment[name] = value;
        }
    }

    [NodeFact]
    public async Task The_sample_is_checked_packed_and_registered_by_what_was_packed()
    {
        var run = await ActionRun.OfOwnActionsAsync(_machine);

        Assert.False(run.GetProperty("failed").GetBoolean(), run.GetRawText());
        Assert.Equal("--target Pack --locked\n", await File.ReadAllTextAsync(_lab.File("artifacts/packages/made-by")));
        var install = Assert.Single(_machine.Calls, call => call.CommandLine.StartsWith("dotnet tool install", StringComparison.Ordinal));
        Assert.Contains($"/bin --version {ToolkitVersion.Full} --configfile ", install.CommandLine, StringComparison.Ordinal);
        Assert.Equal($"{_lab.Path}/artifacts/packages", install.Environment["TOOL_SOURCE"]);
        Assert.True(File.Exists(_lab.File("artifacts/diabetes.modelpkg")));
        Assert.True(File.Exists(_lab.File("samples/diabetes/.modelops/dev.db")));
    }

    public void Dispose()
    {
        _machine.Dispose();
        _lab.Dispose();
    }
}
