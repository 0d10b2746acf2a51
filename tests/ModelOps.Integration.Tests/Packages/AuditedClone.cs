using System.IO.Compression;
using System.Text.RegularExpressions;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>
/// All projects with their pins and no code, restored where the advisories are served. Packages come from what the build has downloaded, so no network
/// is needed.
/// </summary>
internal sealed class AuditedClone : IDisposable
{
    private static readonly string[] Patterns = ["*.csproj", "*.props", "*.targets", "*.sln", "global.json"];
    private static readonly string[] Outputs = ["bin", "obj", "artifacts"];

    private readonly TempDirectory _directory = new();

    public AuditedClone(AdvisoryFeed feed)
    {
        foreach (var file in Patterns.SelectMany(pattern => Directory.EnumerateFiles(TestFiles.Root, pattern, SearchOption.AllDirectories)))
        {
            var relative = Path.GetRelativePath(TestFiles.Root, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(Outputs.Contains))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_directory.File(relative))!);
                File.Copy(file, _directory.File(relative));
            }
        }

        Directory.CreateDirectory(_directory.File("feed"));
        File.WriteAllText(_directory.File("NuGet.Config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
              <auditSources>
                <clear />
                <add key="advisories" value="{feed.Index}" allowInsecureConnections="true" />
              </auditSources>
              <fallbackPackageFolders>
                <add key="downloaded" value="{Downloaded}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    private static string Downloaded => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public void Dispose() => _directory.Dispose();

    /// <summary>Pins another version of a package.</summary>
    public void Pin(string id, string version)
    {
        var pins = _directory.File("Directory.Packages.props");
        var before = File.ReadAllText(pins);
        var after = Regex.Replace(before, $"(Include=\"{Regex.Escape(id)}\" Version=\")[^\"]+", $"${{1}}{version}");
        Assert.NotEqual(before, after);
        File.WriteAllText(pins, after);
    }

    /// <summary>Publishes a package that holds nothing but what it needs.</summary>
    public void Publish(string id, string version, string dependencies = "")
    {
        using var package = ZipFile.Open(_directory.File($"feed/{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using var nuspec = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        nuspec.Write($"""
            <package>
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>tests</authors>
                <description>A version with an advisory.</description>
                <dependencies>{dependencies}</dependencies>
              </metadata>
            </package>
            """);
    }

    public Task<ToolResult> RestoreAsync(string project, params string[] options) => DotNet.RunAsync(
        _directory.Path,
        ["restore", project, "-v", "q", "-tl:off", .. options],
        ("NUGET_PACKAGES", _directory.File("packages")),
        ("NUGET_HTTP_CACHE_PATH", _directory.File("http")));
}
