using System.Security.Cryptography;
using ModelOps.Integration.Tests.Azure.Agents;
using ModelOps.Integration.Tests.Setup;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Azure;
using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>The step template that puts the command on PATH: the script of the setup action, on an agent.</summary>
public sealed class SetupStepTests : IDisposable
{
    private const string Archive = "https://releases.example/modelops-linux-x64.tar.gz";

    private static readonly string Sum = Convert.ToHexStringLower(SHA256.HashData(SampleArchive.Write()));

    private readonly SetupLab _lab = new();
    private readonly TempDirectory _agent = new();

    public void Dispose()
    {
        _agent.Dispose();
        _lab.Dispose();
    }

    [CurlFact]
    public async Task The_archive_is_put_on_path_without_dotnet()
    {
        var (steps, job) = await RunAsync(("archive", Archive), ("sha256", Sum));
        Assert.True(job.Succeeded, steps[0].Log);
        Assert.Contains($"ModelOps setup: version {ToolkitVersion.Full}, from the archive {Archive}.", Assert.Single(steps).Log, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Assert.Single(Directory.GetDirectories(_agent.File("modelops"))), "bin", "modelops")));
        Assert.Empty(_lab.Machine.Calls);
    }

    [CurlFact]
    public async Task A_wrong_sum_and_a_machine_that_is_not_fit_are_issues_of_the_build()
    {
        var (wrong, job) = await RunAsync(("archive", Archive), ("sha256", new string('a', 64)));
        Assert.False(job.Succeeded);
        Assert.Contains("##vso[task.logissue type=error]ModelOps setup: The archive's SHA-256 is", wrong[0].Log, StringComparison.Ordinal);
        _lab.Be("Linux x86_64", "", "musl libc (x86_64)");
        var (unfit, _) = await RunAsync(("archive", Archive), ("sha256", Sum));
        Assert.Contains("##vso[task.logissue type=error]ModelOps setup: The program of a release is for Linux on x64", unfit[0].Log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_agent.File("modelops")) && Directory.EnumerateFileSystemEntries(_agent.File("modelops")).Any());
    }

    [UnixTheory]
    [InlineData("", "", "")]
    [InlineData("configured", Archive, "")]
    [InlineData("https://feed.example.com/index.json", Archive, " --configfile ")]
    public async Task From_a_feed_it_is_installed_with_dotnet(string source, string archive, string end)
    {
        var (steps, job) = await RunAsync(("source", source), ("archive", archive), ("sha256", Sum));
        Assert.True(job.Succeeded, steps[^1].Log);
        Assert.Equal(["Set up .NET", "Install modelops"], steps.Select(step => step.Name));
        Assert.Contains($"--version {ToolkitVersion.Full}{end}", Assert.Single(_lab.Machine.Calls).CommandLine, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_tag_of_a_release_archive_and_sum_are_those_of_the_release()
    {
        File.WriteAllText(_agent.File("setup.yml"), SetupStepEmitter.EmitTemplate(new(SetupLab.Repository, ToolkitVersion.Full, new('1', 40), Archive, Sum)));
        var step = Assert.IsType<YamlMappingNode>(Assert.Single(AgentNode.Items(new TemplateExpander(new Dictionary<string, string>()).Expand(_agent.File("setup.yml"), new Dictionary<string, YamlNode>()), "steps")));
        Assert.Equal((Archive, Sum), (TemplateExpander.Text(step["env"]["TOOL_ARCHIVE"]), TemplateExpander.Text(step["env"]["TOOL_SHA256"])));
    }

    private async Task<(IReadOnlyList<StepRun> Steps, AgentJob Job)> RunAsync(params (string Name, string Value)[] parameters)
    {
        var given = parameters.ToDictionary(pair => pair.Name, pair => (YamlNode)new YamlScalarNode(pair.Value));
        var template = new TemplateExpander(new Dictionary<string, string>()).Expand(Path.Combine(TestFiles.Root, SetupStepEmitter.Path), given);
        var variables = new AgentVariables(new Dictionary<string, string>
        {
            ["Agent.TempDirectory"] = _agent.Path,
            ["System.DefaultWorkingDirectory"] = _lab.Machine.Work,
        });
        var job = new AgentJob("Test", _lab.Machine, new(_lab.Machine.Work, _agent.Path), variables);
        return (await job.RunAsync(AgentNode.Items(template, "steps")), job);
    }
}
