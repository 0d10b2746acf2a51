namespace ModelOps.Testing.Packages;

/// <summary>
/// The packages as a user gets them: packed once per test run into a folder feed, with a package cache of its own, so that nothing of an
/// earlier run is found and nothing is left behind.
/// </summary>
public sealed class PackageFeed
{
    private static readonly Lazy<Task<PackageFeed>> Current = new(CreateAsync);
    private static readonly SemaphoreSlim Restoring = new(1);
    private readonly Lazy<Task> _tool;
    private readonly string _root = Directory.CreateTempSubdirectory("modelops-feed-").FullName;

    private PackageFeed()
    {
        _tool = new(PackToolAsync);
        Directory.CreateDirectory(Feed);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_root, recursive: true);
    }

    /// <summary>Version of all packages.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():n}";

    /// <summary>The feed: a directory of .nupkg files.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>Where NuGet unpacks to.</summary>
    public string Cache => Path.Combine(_root, "packages");

    /// <summary>The feed of this test run.</summary>
    public static Task<PackageFeed> GetAsync() => Current.Value;

    /// <summary>Adds the command as a dotnet tool; packed when a test asks for it first.</summary>
    public Task AddCommandAsync() => _tool.Value;

    /// <summary>Path of a package file.</summary>
    public string Package(string id) => Path.Combine(Feed, $"{id}.{Version}.nupkg");

    /// <summary>Adds a tool that the build has downloaded already, so that no test needs a network.</summary>
    public void AddTool(string id, string version)
    {
        var downloads = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var name = $"{id}.{version}.nupkg";
        lock (_root)
        {
            if (!File.Exists(Path.Combine(Feed, name)))
            {
                File.Copy(Path.Combine(downloads, id, version, name), Path.Combine(Feed, name));
            }
        }
    }

    /// <summary>Makes NuGet in a directory see this feed only.</summary>
    public void WriteConfiguration(string directory) => File.WriteAllText(Path.Combine(directory, "NuGet.Config"), $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="feed" value="{Feed}" />
          </packageSources>
        </configuration>
        """);

    /// <summary>Runs <c>dotnet</c> with this feed's package cache, and with a home in which no other run on the machine notes where tools are.</summary>
    public Task<ToolResult> DotNetAsync(string directory, string[] arguments, params (string Name, string Value)[] variables) =>
        DotNet.RunAsync(directory, arguments, [("NUGET_PACKAGES", Cache), ("DOTNET_CLI_HOME", _root), ("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false"), .. variables]);

    /// <summary>Restores a directory's tools, one directory after the other: two at once write one file of the cache, and one of them fails.</summary>
    public async Task RestoreToolsAsync(string directory)
    {
        await Restoring.WaitAsync();
        try
        {
            var restored = await DotNetAsync(directory, ["tool", "restore"]);
            if (restored.ExitCode != 0)
            {
                throw new InvalidOperationException($"The tools cannot be restored:\n{restored.Output}");
            }
        }
        finally
        {
            Restoring.Release();
        }
    }

    private static async Task<PackageFeed> CreateAsync()
    {
        var feed = new PackageFeed();

        // The tests' build has built the projects already.
        await Task.WhenAll(feed.PackAsync("ModelOps.MSBuild", "--no-build"), feed.PackAsync("Cake.ModelOps", "--no-build"));
        return feed;
    }

    // Only the portable form, and nothing that the tests' build has built: compiling ahead of time takes longer than all else.
    private Task PackToolAsync() => PackAsync(
        "ModelOps.Cli", "--no-restore", "-p:ToolPackageRuntimeIdentifiers=any", "-p:RunAnalyzers=false", "-p:BuildProjectReferences=false");

    private async Task PackAsync(string project, params string[] options)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory)!.Parent!.Name;
        var packed = await DotNet.RunAsync(
            Path.Combine(TestFiles.Root, "src", "fronts", project),
            ["pack", .. options, "-c", configuration, "-o", Feed, $"-p:PackageVersion={Version}"]);
        if (packed.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} cannot be packed:\n{packed.Output}");
        }
    }
}
