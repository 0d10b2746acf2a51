using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>Bars on a terminal, for work that takes long enough.</summary>
public sealed class TerminalProgressTests : IDisposable
{
    private const string Bar = "━";
    private const string Package = "package --path m --output out.modelpkg";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [TerminalFact]
    public async Task A_large_model_gets_a_bar()
    {
        WriteModel(9 * 1024 * 1024);

        Assert.Contains(Bar, await Terminal.RunAsync(_directory.Path, [], Package), StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task A_large_model_gets_none_on_a_build_host()
    {
        WriteModel(9 * 1024 * 1024);
        var output = await Terminal.RunAsync(_directory.Path, new() { ["CI"] = "true" }, Package);

        Assert.DoesNotContain(Bar, output, StringComparison.Ordinal);
        Assert.True(File.Exists(_directory.File("out.modelpkg")), output);
    }

    [TerminalFact]
    public async Task A_small_model_gets_none()
    {
        WriteModel(1024);
        var output = await Terminal.RunAsync(_directory.Path, [], Package);

        Assert.DoesNotContain(Bar, output, StringComparison.Ordinal);
        Assert.True(File.Exists(_directory.File("out.modelpkg")), output);
    }

    private void WriteModel(int length)
    {
        Directory.CreateDirectory(_directory.File("m"));
        File.WriteAllText(_directory.File("m/MLmodel"), "flavors: {}\n");
        File.WriteAllBytes(_directory.File("m/weights"), new byte[length]);
    }
}
