using ModelOps.Backends;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Core.Verbs.Package;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class PackageVerbTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly RecordingHost _host = new();

    public PackageVerbTests() => TestFiles.CopyDirectory(TestFiles.Model("2.x-iris-classifier"), _directory.File("iris"));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_model_is_packed_beside_it_by_default_and_verifies()
    {
        var packed = await RunAsync(("Path", "iris"));
        Assert.Equal(ExitCode.Ok, packed.ExitCode);
        Assert.Equal(_directory.File("iris.modelpkg"), _host.Outputs["package"]);
        Assert.Equal("sha256:20bcdc21741da32955c321fa42d7dc9eaad6da99796932a6eea369bcdd724939", _host.Outputs["digest"]);
        Assert.Equal("7", _host.Outputs["files"]);
        var verified = await RunAsync(("Verify", "iris.modelpkg"));
        Assert.Equal(ExitCode.Ok, verified.ExitCode);
        Assert.Equal(packed.Result, verified.Result);
    }

    [Fact]
    public async Task A_changed_package_fails_the_verification_with_its_result()
    {
        await RunAsync(("Path", "iris"));
        var bytes = await File.ReadAllBytesAsync(_directory.File("iris.modelpkg"));
        bytes[bytes.AsSpan().IndexOf("python_function"u8)] ^= 1;
        await File.WriteAllBytesAsync(_directory.File("iris.modelpkg"), bytes);
        var report = await RunAsync(("Verify", "iris.modelpkg"));
        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Equal("MOP1509", Assert.Single(report.Diagnostics).Code);
        Assert.IsType<PackageResult>(report.Result);
    }

    [Theory]
    [InlineData("MOP0001")]
    [InlineData("MOP0005", "Path", "iris", "Verify", "iris/MLmodel")]
    [InlineData("MOP0005", "Output", "x", "Verify", "iris/MLmodel")]
    [InlineData("MOP0004", "Path", "nowhere")]
    [InlineData("MOP1504", "Path", ".")]
    [InlineData("MOP1506", "Path", "iris", "Output", "iris/dist/x.modelpkg")]
    [InlineData("MOP1506", "Path", "iris", "Output", "iris/../iris/..x")]
    [InlineData("MOP1507", "Verify", "iris/MLmodel")]
    public async Task Bad_input_is_named_and_leaves_nothing_behind(string code, params string[] inputs)
    {
        var before = Everything();
        var report = await RunAsync([.. inputs.Chunk(2).Select(pair => (pair[0], pair[1])), .. code == "MOP1504" ? new[] { ("Output", "../x.modelpkg") } : []]);
        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal(code, Assert.Single(report.Diagnostics).Code);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public async Task A_path_of_the_working_directory_itself_needs_an_output()
    {
        var report = await RunAsync("iris", ("Path", "."));
        Assert.Equal("MOP1506", Assert.Single(report.Diagnostics).Code);
    }

    private string[] Everything() => [.. Directory.EnumerateFileSystemEntries(_directory.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private Task<VerbReport> RunAsync(params (string Name, string Value)[] inputs) => RunAsync(".", inputs);

    private Task<VerbReport> RunAsync(string workingDirectory, params (string Name, string Value)[] inputs)
    {
        var world = new VerbWorld
        {
            Host = _host,
            Environment = new TestEnvironment(),
            Backends = AllBackends.List,
            WorkingDirectory = Path.GetFullPath(workingDirectory, _directory.Path),
        };
        var arguments = new ArgumentSource(inputs.ToDictionary(input => input.Name, IReadOnlyList<string> (input) => [input.Value]));
        return new VerbRunner(world).RunAsync(VerbCatalog.For<PackageSettings>(), arguments, CancellationToken.None);
    }
}
