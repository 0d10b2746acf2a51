using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Surfaces.Tests.House;

/// <summary>What our own workflows restore stands in packages.lock.json beside each project; nobody else's restore knows these files.</summary>
public sealed partial class LockFileTests : IDisposable
{
    private static readonly string[] Paths = [.. Project().Matches(Read("Toolkit.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/'))];

    private readonly HouseProject _project = new();

    public static TheoryData<string> Projects => [.. Paths];

    public void Dispose() => _project.Dispose();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_locked_to_the_pins(string project)
    {
        var pins = XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(pin => (string)pin.Attribute("Include")!, pin => (string)pin.Attribute("Version")!, StringComparer.OrdinalIgnoreCase);
        using var document = JsonDocument.Parse(Read(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));
        var locked = document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, Version: package.Value.GetProperty("resolved").GetString()!)).ToArray();

        Assert.All(Reference().Matches(Read(project)).Select(match => match.Groups[1].Value), name => Assert.Contains(name, locked.Select(package => package.Name)));
        Assert.All(locked.Where(package => pins.ContainsKey(package.Name)), package => Assert.Equal(Pin(pins[package.Name]), package.Version));
    }

    // The SDK picks the version of its native compiler, so a lock of it would hold for one SDK's patch only.
    [Fact]
    public void The_native_program_is_not_locked()
    {
        Assert.False(File.Exists(Path.Combine(TestFiles.Root, "src", "fronts", "ModelOps.Native", "packages.lock.json")));
        Assert.DoesNotContain(Paths, path => path.Contains("ModelOps.Native", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lock_that_is_out_of_date_stops_a_locked_restore_and_no_other()
    {
        const string stale = """{"version":2,"dependencies":{"net10.0":{"Microsoft.CodeAnalysis.BannedApiAnalyzers":{"type":"Direct","requested":"[1.0.0, )","resolved":"1.0.0","contentHash":"AA=="}}}}""";
        File.WriteAllText(_project.File("packages.lock.json"), stale);

        var usual = await RestoreAsync();
        Assert.True(usual.ExitCode == 0, usual.Output);
        Assert.Equal(stale, File.ReadAllText(_project.File("packages.lock.json")));
        var locked = await RestoreAsync("--use-lock-file", "--locked-mode");
        Assert.Equal(1, locked.ExitCode);
        Assert.Contains("NU1004", locked.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RestoreAsync("--use-lock-file", "--force-evaluate")).ExitCode);
        Assert.Equal(0, (await RestoreAsync("--use-lock-file", "--locked-mode")).ExitCode);
    }

    private Task<ToolResult> RestoreAsync(params string[] options) => _project.DotNetAsync(["restore", .. options]);

    private static string Pin(string version) =>
        version.StartsWith('$') ? (string)XDocument.Parse(Read("Directory.Packages.props")).Descendants(version[2..^1]).Single() : version;

    private static string Read(string path) => File.ReadAllText(Path.Combine(TestFiles.Root, path));

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex Project();

    [GeneratedRegex("<PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
