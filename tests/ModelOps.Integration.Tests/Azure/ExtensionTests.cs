using System.IO.Compression;
using System.Text.Json;
using ModelOps.Core.Verbs;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Azure;

public class ExtensionTests
{
    [NodeFact]
    public async Task Packing_the_extension_gives_every_task_whole_and_without_a_warning()
    {
        using var output = new TempDirectory();
        var run = await NodeTools.ProgramAsync(
            "tfx-cli/_build/tfx-cli.js", "extension", "create", "--no-color",
            "--root", TestFiles.Root, "--manifest-globs", "vss-extension.json", "--output-path", output.Path);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        Assert.DoesNotContain("warning", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);

        var tasks = output.File("unpacked");
        await ZipFile.ExtractToDirectoryAsync(Assert.Single(Directory.GetFiles(output.Path, "*.vsix")), tasks);
        Assert.All(VerbCatalog.OnAllFronts, verb => AssertWhole(Path.Combine(tasks, "actions", verb.Name)));
        await AssertRunsAsync(Path.Combine(tasks, "actions", "check"));
    }

    private static void AssertWhole(string task)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(task, "task.json")));
        var targets = manifest.RootElement.GetProperty("execution").EnumerateObject().Select(handler => handler.Value.GetProperty("target").GetString()!);
        Assert.All(targets, target => Assert.True(File.Exists(Path.Combine(task, target))));
        Assert.False(File.Exists(Path.Combine(task, "action.yml")));
    }

    private static async Task AssertRunsAsync(string task)
    {
        using var machine = new CommandStub();
        machine.Environment["INPUT_PATH"] = "models/churn";
        var run = await ProcessRun.StartAsync(
            "node", [Path.Combine(task, "launch.js")], new() { WorkingDirectory = machine.Work, Environment = machine.Environment });
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("modelops check", Assert.Single(machine.Calls).CommandLine);
    }
}
