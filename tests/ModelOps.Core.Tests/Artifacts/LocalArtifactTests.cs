using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Artifacts;

/// <summary>Artifacts that a tracking server keeps on this machine; those of the embedded store are tested there.</summary>
public sealed class LocalArtifactTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly LocalArtifacts _artifacts = new(new(ExitCode.RemoteFailure, HostDiagnostics.FileFailed));

    private string Location => _directory.File("run/artifacts/model");

    [Fact]
    public async Task Files_are_listed_in_order_of_their_bytes()
    {
        foreach (var path in (string[])["b", "a/z", "a-1", "\U0001F600", "\uFF5E"])
        {
            await UploadAsync(path, path);
        }

        var files = await _artifacts.ListAsync(Location, CancellationToken.None);
        Assert.Equal(["a-1", "a/z", "b", "\uFF5E", "\U0001F600"], files.Select(file => file.Path));
    }

    [Fact]
    public async Task A_file_under_way_is_in_no_listing_of_its_location()
    {
        await UploadAsync("first", "first");
        var pipe = new Pipe();
        var upload = _artifacts.UploadAsync(Location, "second", _ => Task.FromResult(pipe.Reader.AsStream()), 6, CancellationToken.None);
        await pipe.Writer.WriteAsync("sec"u8.ToArray());

        Assert.Equal("first", Assert.Single(await _artifacts.ListAsync(Location, CancellationToken.None)).Path);
        Assert.Equal(2, Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories).Length);
        await pipe.Writer.WriteAsync("ond"u8.ToArray());
        await pipe.Writer.CompleteAsync();
        await upload;

        Assert.Equal(2, (await _artifacts.ListAsync(Location, CancellationToken.None)).Count);
        Assert.Equal(2, Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_pipe_and_a_link_are_refused_and_never_opened()
    {
        await UploadAsync("fine", "fine");
        using (var process = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { Path.Combine(Location, "pipe") } })!)
        {
            await process.WaitForExitAsync();
        }

        await AssertRefusedAsync("'pipe' is a pipe");
        File.Delete(Path.Combine(Location, "pipe"));
        Directory.CreateSymbolicLink(Path.Combine(Location, "out"), _directory.Path);
        await AssertRefusedAsync("'out' is a link");
    }

    [Fact]
    public async Task A_source_that_breaks_leaves_nothing_behind()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => _artifacts.UploadAsync(
            Location, "a", _ => Task.FromResult<Stream>(new MemoryStream([1])), 2, CancellationToken.None));
        Assert.Equal((ExitCode.RemoteFailure, "MOP4003"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Empty(Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => _directory.Dispose();

    private async Task AssertRefusedAsync(string message)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => _artifacts.ListAsync(Location, CancellationToken.None));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2009"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private Task UploadAsync(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return _artifacts.UploadAsync(Location, path, _ => Task.FromResult<Stream>(new MemoryStream(bytes)), bytes.Length, CancellationToken.None);
    }
}
