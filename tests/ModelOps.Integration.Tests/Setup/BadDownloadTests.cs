using System.Formats.Tar;
using System.IO.Compression;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>Whatever is wrong with a download is said in one line, and nothing of it is installed.</summary>
public sealed class BadDownloadTests : IDisposable
{
    private readonly SetupLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [CurlFact]
    public async Task A_wrong_sum_is_refused_before_anything_is_unpacked_and_a_right_one_is_taken_afterwards()
    {
        _lab.Serve(SampleArchive.Write(), sha256: new('a', 64));
        await RefusedAsync($"and not {new string('a', 64)}. Nothing of it was unpacked.");

        _lab.Serve(SampleArchive.Write());
        Assert.Equal(0, (await _lab.RunAsync()).ExitCode);
    }

    [CurlFact]
    public async Task A_download_that_breaks_off_is_said()
    {
        _lab.Server.Announced = SampleArchive.Write().Length + 10;
        await RefusedAsync("broke off before its end");
    }

    [CurlTheory]
    [InlineData("404 Not Found", "There is no archive at https://releases.example/modelops-linux-x64.tar.gz (404).")]
    [InlineData("403 Forbidden", "answered 403")]
    public async Task An_archive_that_is_not_there_or_is_not_handed_out_is_said_with_its_address(string answer, string words)
    {
        _lab.Server.Answer = (answer, "no such file"u8.ToArray());
        await RefusedAsync(words);
    }

    [CurlFact]
    public async Task A_server_that_leads_on_to_an_address_without_encryption_is_not_followed()
    {
        _lab.Server.Answer = ($"302 Found\r\nLocation: http://127.0.0.1:{_lab.Server.Port}/elsewhere", []);
        await RefusedAsync("is not https");
        Assert.DoesNotContain("/elsewhere", _lab.Server.Requests);
    }

    [CurlFact]
    public async Task What_is_too_large_is_not_fetched()
    {
        _lab.Server.Announced = 1 << 30;
        await RefusedAsync("larger than 200 MiB");
    }

    [CurlFact]
    public async Task A_server_that_is_gone_is_said()
    {
        _lab.Machine.Add("curl", "#!/bin/sh\nexit 6\n");
        await RefusedAsync("the download ended with exit code 6");
    }

    [CurlFact]
    public async Task What_is_no_archive_is_said()
    {
        _lab.Serve("<html>"u8.ToArray());
        await RefusedAsync("is no archive");
    }

    [CurlTheory]
    [InlineData("../outside")]
    [InlineData("bin/../../outside")]
    [InlineData("/tmp/modelops-outside")]
    [InlineData("bin/a\nb")]
    [InlineData("bin/a b;$(touch x)")]
    public async Task A_member_with_a_name_that_leads_elsewhere_is_refused(string name)
    {
        _lab.Serve(With(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) }));
        await RefusedAsync("a member whose name leads elsewhere");
    }

    [CurlTheory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public async Task A_member_that_is_no_file_is_refused(TarEntryType type)
    {
        var entry = new PaxTarEntry(type, "lib/link");
        if (type != TarEntryType.Fifo)
        {
            entry.LinkName = "/etc";
        }

        _lab.Serve(With(entry));
        await RefusedAsync("neither a file nor a directory");
    }

    private static byte[] With(TarEntry entry)
    {
        var target = new MemoryStream();
        using (var compressed = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        using (var archive = new TarWriter(compressed, TarEntryFormat.Pax, leaveOpen: true))
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "bin/modelops") { DataStream = new MemoryStream("#!/bin/sh\n"u8.ToArray()) });
            archive.WriteEntry(entry);
        }

        return target.ToArray();
    }

    private async Task RefusedAsync(string words)
    {
        var run = await _lab.RunAsync();
        Assert.Equal(6, run.ExitCode);
        Assert.Contains(words, Assert.Single(run.Output.Split('\n'), line => line.StartsWith("::error title=ModelOps setup::", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
        Assert.Empty(_lab.Added);
    }
}
