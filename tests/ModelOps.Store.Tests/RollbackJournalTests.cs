using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

public sealed class RollbackJournalTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public async Task A_new_store_on_a_network_file_system_has_a_rollback_journal()
    {
        await DescribeAsync("nfs4", "first");

        Assert.Equal("delete", Mode());
        Assert.Equal([_lab.Database], Directory.GetFileSystemEntries(_lab.Path));
    }

    [Fact]
    public async Task An_empty_file_there_becomes_a_store_with_a_rollback_journal()
    {
        await File.WriteAllBytesAsync(_lab.Database, []);

        await DescribeAsync("9p", "first");

        Assert.Equal("delete", Mode());
    }

    [Fact]
    public async Task A_store_in_write_ahead_mode_is_changed_there_with_all_that_its_log_holds()
    {
        await DescribeAsync("ext4", "first");
        LeaveLog("in the log");

        Assert.Equal("in the log", await DescriptionAsync("fuse.blobfuse2"));

        Assert.Equal("delete", Mode());
        Assert.False(File.Exists($"{_lab.Database}-wal"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_there_as_everywhere()
    {
        await File.WriteAllTextAsync(_lab.Database, new string('x', 4096));

        var refused = await Assert.ThrowsAsync<ModelOpsException>(() => DescriptionAsync("nfs4"));

        Assert.Equal((ExitCode.BadInput, "MOP2011"), (refused.ExitCode, refused.Diagnostics[0].Code));
    }

    [Theory]
    [InlineData("WAL", "wal")]
    [InlineData("DELETE", "delete")]
    public async Task On_a_disk_of_this_machine_a_store_keeps_the_mode_that_it_has(string made, string kept)
    {
        await DescribeAsync("xfs", "first");
        _lab.Raw(connection => connection.Scalar($"PRAGMA journal_mode = {made}"));

        await DescribeAsync("xfs", "second");

        Assert.Equal(kept, Mode());
    }

    [Fact]
    public async Task A_store_that_others_have_open_in_write_ahead_mode_is_refused_there_and_stays_as_it_is()
    {
        await DescribeAsync("ext4", "first");
        await _lab.Raw(async other =>
        {
            other.Scalar("SELECT 1 FROM workspaces");
            var failure = await Assert.ThrowsAsync<ModelOpsException>(() =>
                RollbackJournal.SetAsync(_lab.Database, TimeSpan.FromMilliseconds(1), CancellationToken.None));
            StoreLab.AssertFails(failure, "MOP2123", ExitCode.RemoteFailure, "others have it open");
        });

        Assert.Equal("wal", Mode());
    }

    [Fact]
    public async Task Writers_at_once_lose_nothing_there()
    {
        await DescribeAsync("ext4", "0");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var at = 0; at < 8; at++)
            {
                using var database = Open("nfs");
                await database.WriteAsync(
                    connection => connection.Execute("UPDATE workspaces SET description = CAST(description AS INTEGER) + 1"), CancellationToken.None);
            }
        })));

        Assert.Equal(32, int.Parse(await DescriptionAsync("nfs"), CultureInfo.InvariantCulture));
        Assert.Equal("ok", _lab.Raw(connection => connection.Scalar("PRAGMA integrity_check")));
    }

    public void Dispose() => _lab.Dispose();

    private StoreDatabase Open(string type) => new(_lab.Database, new StoreSchema("file:///artifacts", FixedTime.Instance, typeOf: _ => type));

    private async Task DescribeAsync(string type, string text)
    {
        using var database = Open(type);
        await database.WriteAsync(connection => connection.Execute("UPDATE workspaces SET description = $text", ("$text", text)), CancellationToken.None);
    }

    private async Task<string> DescriptionAsync(string type)
    {
        using var database = Open(type);
        return await database.ReadAsync(connection => (string)connection.Scalar("SELECT description FROM workspaces")!, CancellationToken.None);
    }

    private object? Mode() => _lab.Raw(connection => connection.Scalar("PRAGMA journal_mode"));

    // What a killed process leaves: a log that was not taken into the file.
    private void LeaveLog(string text)
    {
        var (file, log) = _lab.Raw(connection =>
        {
            connection.Execute("UPDATE workspaces SET description = $text", ("$text", text));
            return (File.ReadAllBytes(_lab.Database), File.ReadAllBytes($"{_lab.Database}-wal"));
        });
        File.WriteAllBytes(_lab.Database, file);
        File.WriteAllBytes($"{_lab.Database}-wal", log);
    }
}
