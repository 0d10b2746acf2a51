using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.MSBuild;

/// <summary>A project that uses the MSBuild package from the folder feed, with a real model in models/diabetes.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly PackageFeed _feed;

    private ConsumerProject(PackageFeed feed) => _feed = feed;

    public string Path => _directory.Path;

    public string Package => File("bin/models/diabetes.modelpkg");

    /// <param name="items">Text of the Model items and of whatever else the project holds.</param>
    /// <param name="frameworks">Target frameworks.</param>
    public static async Task<ConsumerProject> CreateAsync(string items, string frameworks = "net10.0")
    {
        var consumer = new ConsumerProject(await PackageFeed.GetAsync());
        consumer.Write(items, frameworks);
        return consumer;
    }

    public string File(string relative) => _directory.File(relative);

    /// <summary>Builds targets. Every argument is passed as it is.</summary>
    public Task<ToolResult> BuildAsync(string targets, params string[] arguments) =>
        _feed.DotNetAsync(Path, ["build", $"-t:{targets}", "-m:1", .. arguments]);

    public Task<ToolResult> BuildAsync(string targets, (string Name, string Value) variable, params string[] arguments) =>
        _feed.DotNetAsync(Path, ["build", $"-t:{targets}", "-m:1", .. arguments], variable);

    public void Dispose() => _directory.Dispose();

    private void Write(string items, string frameworks)
    {
        _feed.WriteConfiguration(Path);
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), File("models/diabetes"));
        var property = frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        System.IO.File.WriteAllText(File("consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <{property}>{frameworks}</{property}>
                <EnableWindowsTargeting Condition="'$(TargetFrameworks)' != ''">true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ModelOps.MSBuild" Version="{_feed.Version}" />
              </ItemGroup>
              {items}
            </Project>
            """);
    }
}
