using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Cake;

/// <summary>A directory with a real model, Cake as a local tool and a script.</summary>
internal sealed class CakeScript : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly PackageFeed _feed;

    private CakeScript(PackageFeed feed) => _feed = feed;

    /// <summary>The line that loads the addin from the feed.</summary>
    public string Addin => $"#addin nuget:file://{_feed.Feed}?package=Cake.ModelOps&version={_feed.Version}";

    public string PackageFile => _feed.Package("Cake.ModelOps");

    public static async Task<CakeScript> CreateAsync()
    {
        var script = new CakeScript(await PackageFeed.GetAsync());
        script._feed.AddTool("cake.tool", "7.0.0");
        script._feed.WriteConfiguration(script._directory.Path);
        TestFiles.CopyDirectory(Path.Combine(TestFiles.Root, ".config"), script.File(".config"));
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), script.File("models/diabetes"));
        await script._feed.RestoreToolsAsync(script._directory.Path);
        return script;
    }

    public string File(string relative) => _directory.File(relative);

    public Task<ToolResult> RunAsync(string text, params (string Name, string Value)[] variables) => RunAsync(text, [], variables);

    /// <summary>Runs a script so that Cake shows no more than warnings, errors and what the script itself prints.</summary>
    public Task<ToolResult> RunForWarningsAsync(string text) => RunAsync(text, ["--verbosity", "minimal"], []);

    /// <summary>Runs a script so that Cake shows all that it is told.</summary>
    public Task<ToolResult> RunForAllAsync(string text, params (string Name, string Value)[] variables) => RunAsync(text, ["--verbosity", "diagnostic"], variables);

    public Task<ToolResult> RunTargetAsync(string target) => _feed.DotNetAsync(_directory.Path, ["cake", "build.cake", "--target", target]);

    public void Dispose() => _directory.Dispose();

    private async Task<ToolResult> RunAsync(string text, string[] options, (string Name, string Value)[] variables)
    {
        await System.IO.File.WriteAllTextAsync(File("build.cake"), text);
        return await _feed.DotNetAsync(_directory.Path, ["cake", "build.cake", .. options], variables);
    }
}
