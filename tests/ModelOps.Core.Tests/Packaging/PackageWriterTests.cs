using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class PackageWriterTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string Output => _directory.File("model.modelpkg");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_cancelled_run_leaves_what_was_there_and_nothing_else()
    {
        await File.WriteAllTextAsync(Output, "the one before");
        using var cancel = new CancellationTokenSource();
        var content = new MemoryContent(Large()) { OnOpen = path => CancelAt(path, "b", cancel) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PackageWriter.WriteAsync(content, Output, SilentProgress.Instance, cancel.Token));
        Assert.Equal("the one before", await File.ReadAllTextAsync(Output));
        Assert.Equal([Output], Directory.EnumerateFiles(_directory.Path));
    }

    [Fact]
    public async Task A_failed_read_leaves_nothing()
    {
        var content = new MemoryContent(Large()) { OnOpen = path => _ = path == "b" ? throw new IOException("disk error") : path };
        await Assert.ThrowsAsync<IOException>(() => PackageWriter.WriteAsync(content, Output, SilentProgress.Instance, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_directory.Path));
    }

    [Fact]
    public async Task Files_that_change_while_they_are_packed_are_all_named()
    {
        var real = MemoryContent.Of(("MLmodel", "m"), ("grown", "12345"), ("shrunk", "1"));
        var content = new MemoryContent(real.Files.Select(file => KeyValuePair.Create(file.Path, real[file.Path])))
        {
            Files = [new("MLmodel", 1), new("grown", 4), new("shrunk", 2)],
        };
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => PackageWriter.WriteAsync(content, Output, SilentProgress.Instance, CancellationToken.None));
        Assert.Equal(["MOP1505", "MOP1505"], failure.Diagnostics.Select(problem => problem.Code));
        Assert.Empty(Directory.EnumerateFiles(_directory.Path));
    }

    [Theory]
    [InlineData(524_288)]
    [InlineData(1_048_576)]
    [InlineData(1_048_577)]
    public async Task A_large_file_that_grows_or_shrinks_by_one_byte_is_noticed(int length)
    {
        foreach (var listed in new[] { length - 1, length + 1 })
        {
            var content = new MemoryContent([KeyValuePair.Create("MLmodel", new byte[length])]) { Files = [new("MLmodel", listed)] };
            await Assert.ThrowsAsync<ModelOpsException>(() => ContentHasher.ComputeAsync(content, SilentProgress.Instance, CancellationToken.None));
        }
    }

    [Fact]
    public async Task What_a_killed_run_left_is_removed_and_other_files_are_not()
    {
        string[] others = ["model.modelpkg.tmp", "other.modelpkg.0123456789abcdef.tmp", "model.modelpkg.0123456789abcdeF.tmp", "model.modelpkg.0123456789abcdef"];
        foreach (var name in others.Append("model.modelpkg.0123456789abcdef.tmp"))
        {
            await File.WriteAllTextAsync(_directory.File(name), "x");
        }

        await using (File.Open(_directory.File("model.modelpkg.fedcba9876543210.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.Delete))
        {
            await PackageWriter.WriteAsync(MemoryContent.Of(("MLmodel", "m")), Output, SilentProgress.Instance, CancellationToken.None);
        }

        // The one that another run holds stays; a kill would have let go of it.
        Assert.Equal(
            others.Append("model.modelpkg").Append("model.modelpkg.fedcba9876543210.tmp").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    [Fact]
    public async Task Content_that_is_not_a_model_or_has_unsafe_paths_is_refused()
    {
        var content = MemoryContent.Of(("../up", ""), (".github/x", ""), ("a", ""), ("A", ""));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => PackageWriter.WriteAsync(content, Output, SilentProgress.Instance, CancellationToken.None));
        Assert.Equal(["MOP1502", "MOP1502", "MOP1503", "MOP1504"], failure.Diagnostics.Select(problem => problem.Code).Order());
        Assert.Empty(Directory.EnumerateFiles(_directory.Path));
    }

    [Fact]
    public async Task Progress_adds_up_to_the_size_of_the_files()
    {
        var progress = new CountingProgress();
        var content = new MemoryContent(Large());
        await PackageWriter.WriteAsync(content, Output, progress, CancellationToken.None);
        Assert.Equal(content.Files.Sum(file => file.Length), progress.Total);
        Assert.Equal(progress.Total, progress.Done);
        Assert.True(progress.IsEnded);
    }

    private static IEnumerable<KeyValuePair<string, byte[]>> Large() =>
    [
        new("MLmodel", [1]), new("a", new byte[3_000_000]), new("b", new byte[2_000_000]),
    ];

    private static void CancelAt(string path, string last, CancellationTokenSource cancel)
    {
        if (path == last)
        {
            cancel.Cancel();
        }
    }

    private sealed class CountingProgress : IProgressSink, IProgressTask
    {
        private long _done;

        public long Total { get; private set; }

        public long Done => _done;

        public bool IsEnded { get; private set; }

        public IProgressTask Start(string description, long totalBytes)
        {
            Total = totalBytes;
            return this;
        }

        public void Advance(long bytes) => Interlocked.Add(ref _done, bytes);

        public void Dispose() => IsEnded = true;
    }
}
