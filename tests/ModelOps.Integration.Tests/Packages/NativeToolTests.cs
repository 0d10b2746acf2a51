using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The .NET tool for this platform, which is the native program.</summary>
public sealed class NativeToolTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NativeFact]
    public async Task The_installed_tool_is_the_native_program_and_asks_for_no_runtime()
    {
        using var feed = await NativeToolFeed.CreateAsync();
        await feed.InstallAsync(_directory.File("tools"));

        // No DOTNET_ROOT, and no PATH on which a runtime could be found.
        var version = await ProcessRun.StartAsync(
            _directory.File("tools/modelops"), ["--version"], new() { WorkingDirectory = _directory.Path, Environment = new Dictionary<string, string>() });
        Assert.True(version.ExitCode == 0, version.Output + version.Error);
        Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+\S*\n\z", version.Output);
        Assert.DoesNotContain(Directory.EnumerateFiles(_directory.Path, "*.dll", SearchOption.AllDirectories), file => Path.GetFileName(file) == "modelops.dll");
        using var program = new InstalledProgram(_directory.File("tools/modelops"));
        await program.WorkAsync();
    }
}
