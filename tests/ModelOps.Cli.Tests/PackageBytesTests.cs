using System.Security.Cryptography;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The built command packs the same files to the same bytes, whatever the machine is like.</summary>
public sealed class PackageBytesTests : IDisposable
{
    private static readonly string[] Files = ["MLmodel", "a/z.txt", "a-1", "è.txt", "b/c/d.bin", "Z"];

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    public async Task Umask_time_zone_language_and_order_of_creation_change_no_byte()
    {
        var here = await PackAsync("here", "022", "UTC", "C.UTF-8", Files);
        var there = await PackAsync("there", "077", "Asia/Kolkata", "tr_TR.UTF-8", [.. Files.Reverse()]);

        Assert.Equal(here, there);
    }

    // The umask is a shell's to set; the files are made under it too.
    private async Task<string> PackAsync(string name, string umask, string timeZone, string language, string[] files)
    {
        var root = Directory.CreateDirectory(_directory.File(name)).FullName;
        foreach (var file in files)
        {
            var path = Path.Combine(root, "m", file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file == "MLmodel" ? "flavors: {}\n" : file);
            File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1 + name.Length, 0, 0, 0, DateTimeKind.Utc));
        }

        var environment = new TestEnvironment { ["TZ"] = timeZone, ["LANG"] = language, ["LC_ALL"] = language };
        using var process = ModelOpsCommand.Start(
            "/bin/sh",
            root,
            environment,
            ["-c", "umask \"$1\" && chmod -R \"$2\" m && shift 2 && exec \"$@\" package --path m --output out.modelpkg", "sh", umask, umask == "077" ? "u=rwX,go=" : "u=rwX,go=rX", ModelOpsProgram.FileName, .. ModelOpsProgram.Leading]);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(root, "out.modelpkg"))));
    }
}
