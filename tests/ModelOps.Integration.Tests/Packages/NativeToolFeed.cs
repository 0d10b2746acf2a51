using ModelOps.Surfaces.Packing;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The .NET tool as Pack makes it beside a native program: the package of this platform with the program, and the one that users name.</summary>
internal sealed class NativeToolFeed : IDisposable
{
    private readonly TempDirectory _directory = new();

    private NativeToolFeed()
    {
    }

    /// <summary>Version of both.</summary>
    public string Version { get; } = $"0.1.0-native.{Guid.NewGuid():n}";

    public static async Task<NativeToolFeed> CreateAsync()
    {
        // It packs in the same directories.
        await (await PackageFeed.GetAsync()).AddCommandAsync();
        var feed = new NativeToolFeed();
        ToolDirectory.Write(NativeDirectory.Read(ReleaseFixture.Layout), [], feed._directory.File("program"));
        await feed.PackAsync(
            "ModelOps.Native", "--no-restore", "--runtime", "linux-x64", "-p:PackNative=true", $"-p:PublishDir={feed._directory.File("program")}/");
        await feed.PackAsync("ModelOps.Cli", "-p:PublishAot=true");
        return feed;
    }

    /// <summary>Installs the tool into a directory.</summary>
    public async Task InstallAsync(string directory)
    {
        var shared = await PackageFeed.GetAsync();
        await File.WriteAllTextAsync(_directory.File("NuGet.Config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{_directory.File("feed")}" />
              </packageSources>
            </configuration>
            """);
        var run = await shared.DotNetAsync(_directory.Path, ["tool", "install", "ModelOps.Cli", "--tool-path", directory, "--version", Version]);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    public void Dispose() => _directory.Dispose();

    private async Task PackAsync(string project, params string[] options)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory)!.Parent!.Name;
        var run = await DotNet.RunAsync(
            Path.Combine(TestFiles.Root, "src", "fronts", project),
            ["pack", "--no-build", .. options, "-c", configuration, "-o", _directory.File("feed"), $"-p:PackageVersion={Version}"]);
        Assert.True(run.ExitCode == 0, run.Output);
    }
}
