using ModelOps.Store.Schema;
using ModelOps.Store.Volumes;

namespace ModelOps.Store.Tests;

public sealed class NewStoreFileTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public async Task An_empty_file_that_a_killed_process_left_becomes_a_store()
    {
        await File.WriteAllBytesAsync(_lab.Database, []);

        await using (await _lab.CreateAsync())
        {
        }

        Assert.Equal("wal", _lab.Raw(connection => connection.Scalar("PRAGMA journal_mode")));
        Assert.Equal("default", Assert.Single(_lab.Rows("SELECT * FROM workspaces"))["name"]);
    }

    [Fact]
    public async Task A_store_that_another_process_made_meanwhile_stays()
    {
        await File.WriteAllTextAsync(_lab.Database, "another's");

        await NewStoreFile.TryMakeAsync(_lab.Database, Pages(), JournalMode.WriteAhead, CancellationToken.None);

        Assert.Equal("another's", await File.ReadAllTextAsync(_lab.Database));
        Assert.Equal([_lab.Database], Directory.GetFileSystemEntries(_lab.Path));
    }

    [Fact]
    public async Task A_link_to_nowhere_is_not_followed()
    {
        var elsewhere = Path.Combine(_lab.Path, "elsewhere.db");
        File.CreateSymbolicLink(_lab.Database, elsewhere);

        await NewStoreFile.TryMakeAsync(_lab.Database, Pages(), JournalMode.WriteAhead, CancellationToken.None);

        Assert.False(File.Exists(elsewhere));
        Assert.Equal([_lab.Database], Directory.GetFileSystemEntries(_lab.Path));
    }

    [Fact]
    public async Task A_directory_that_takes_no_files_is_no_failure_of_its_own()
    {
        await NewStoreFile.TryMakeAsync("/proc/modelops/catalog.db", Pages(), JournalMode.WriteAhead, CancellationToken.None);

        Assert.False(Directory.Exists("/proc/modelops"));
    }

    public void Dispose() => _lab.Dispose();

    private static byte[] Pages()
    {
        using var empty = new StoreSchema("file:///tmp/artifacts", TimeProvider.System).OpenEmpty();
        return MemoryPages.Of(empty);
    }
}
