using System.Formats.Tar;
using System.IO.Compression;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The archive on a machine that has next to nothing.</summary>
public sealed class BareMachineTests(ReleaseFixture release) : IClassFixture<ReleaseFixture>
{
    private const string Program = "/opt/modelops/bin/modelops";

    [BareRootFact]
    public async Task With_the_C_library_and_OpenSSL_alone_it_registers_and_serves_and_writes_where_it_works_only()
    {
        using var root = await UnpackAsync(hasOpenSsl: true);
        using var program = new InstalledProgram(Program, root.Call);

        await program.WorkAsync();
    }

    [BareRootFact]
    public async Task Without_OpenSSL_it_says_what_is_missing()
    {
        using var root = await UnpackAsync(hasOpenSsl: false);

        var version = await RunAsync(root, "--version");
        var status = await RunAsync(root, "status");

        Assert.Equal((0, ""), (version.ExitCode, version.Error));
        Assert.Equal(9, status.ExitCode);
        Assert.Contains("OpenSSL was not found", status.Error, StringComparison.Ordinal);
    }

    private async Task<BareRoot> UnpackAsync(bool hasOpenSsl)
    {
        var root = new BareRoot(hasOpenSsl);
        using var archive = new GZipStream(File.OpenRead(release.Archive), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(archive, root.Installation, overwriteFiles: false);
        return root;
    }

    private static async Task<ProcessRun> RunAsync(BareRoot root, string word)
    {
        using var work = new TempDirectory();
        var (program, words) = root.Call(work.Path, Program, word);
        return await ProcessRun.StartAsync(program, words, new() { WorkingDirectory = work.Path, Environment = new Dictionary<string, string>() });
    }
}
