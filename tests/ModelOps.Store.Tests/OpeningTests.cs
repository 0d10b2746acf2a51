using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly StoreLab _lab = new();

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "text", "this is no database\n"u8.ToArray() },
        { "long text", [.. Enumerable.Repeat((byte)'x', 100_000)] },
        { "header only", [.. "SQLite format 3\0"u8] },
        { "header and garbage", [.. "SQLite format 3\0"u8, .. Enumerable.Repeat((byte)0xFF, 8176)] },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is(string what, byte[] bytes)
    {
        await File.WriteAllBytesAsync(_lab.Database, bytes);

        var failure = await _lab.FailToOpenAsync();

        StoreLab.AssertFails(failure, "MOP2011", ExitCode.BadInput, "catalog.db");
        var after = await File.ReadAllBytesAsync(_lab.Database);
        Assert.True(after.AsSpan().SequenceEqual(bytes), what);
    }

    [Fact]
    public async Task Looking_at_a_store_that_does_not_exist_finds_nothing_and_makes_nothing()
    {
        await using (var catalog = await _lab.OpenAsync())
        {
            Assert.Null(await catalog.Registry.FindModelAsync(StoreLab.Churn, CancellationToken.None));
            Assert.Empty(await catalog.Registry.ListModelsAsync(CancellationToken.None).ToListAsync());
            Assert.Null(await catalog.Tracking.FindExperimentAsync("modelops/churn", CancellationToken.None));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_lab.Path));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        _lab.Create("CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('mine')");
        var before = await File.ReadAllBytesAsync(_lab.Database);
        var failure = await _lab.FailToOpenAsync();

        StoreLab.AssertFails(failure, "MOP2011", ExitCode.BadInput, "found none");

        Assert.Equal(before, await File.ReadAllBytesAsync(_lab.Database));
    }

    [Fact]
    public async Task Another_revision_is_refused_and_named_with_those_that_are_supported()
    {
        _lab.Create(File.ReadAllText(StoreLab.Data("schema-3.11.sql")), "INSERT INTO alembic_version VALUES ('0123456789ab')");

        var failure = await _lab.FailToOpenAsync();

        StoreLab.AssertFails(failure, "MOP2011", ExitCode.BadInput, "found 0123456789ab");
        Assert.Contains("7d34483879f0", failure.Message, StringComparison.Ordinal);
        Assert.Contains("0584bdc529eb", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_whose_making_was_cut_off_is_made_again()
    {
        // What a killed process leaves: an empty file in write-ahead mode, and a log with pages of a transaction that never ended.
        var origin = Path.Combine(_lab.Path, "origin.db");
        StoreLab.Raw(origin, connection =>
        {
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; PRAGMA wal_autocheckpoint = 0; BEGIN IMMEDIATE;");
            connection.Execute(File.ReadAllText(StoreLab.Data("schema-3.11.sql")));
            File.Copy(origin, _lab.Database);
            File.Copy($"{origin}-wal", $"{_lab.Database}-wal");
            return connection.Execute("ROLLBACK");
        });
        Assert.True(new FileInfo($"{_lab.Database}-wal").Length > 100_000);

        await using var catalog = await _lab.OpenAsync();

        await StoreLab.AddAsync(catalog);
        Assert.Equal("ok", _lab.Raw(connection => connection.Scalar("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await File.WriteAllBytesAsync(_lab.Database, []);

        await using var catalog = await _lab.OpenAsync();

        Assert.NotNull(await catalog.Tracking.FindExperimentAsync("Default", CancellationToken.None));
    }

    [Fact]
    public async Task Workspaces_other_than_the_default_are_refused()
    {
        await using (await _lab.CreateAsync())
        {
        }

        _lab.Create("INSERT INTO registered_models (name, workspace) VALUES ('churn', 'team-b')");

        StoreLab.AssertFails(await _lab.FailToOpenAsync(), "MOP2011", ExitCode.BadInput, "workspaces");
    }

    [Theory]
    [InlineData("sqlite://")]
    [InlineData("sqlite:///")]
    [InlineData("sqlite:///dir/")]
    [InlineData("sqlite:///:memory:")]
    [InlineData("sqlite:///file:x.db")]
    [InlineData("sqlite:///x.db?mode=ro")]
    [InlineData("sqlite:x.db")]
    public async Task A_URI_that_names_no_file_is_refused(string uri) =>
        StoreLab.AssertFails(await _lab.FailToOpenAsync(uri), "MOP2001", ExitCode.BadInput, "Expected sqlite:///relative/path.db");

    [Fact]
    public async Task A_directory_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_lab.Database);

        Assert.Equal("MOP2011", Assert.Single((await _lab.FailToOpenAsync()).Diagnostics).Code);
    }

    [Fact]
    public async Task Absolute_relative_and_nested_URIs_name_files()
    {
        await using (await _lab.CreateAsync("sqlite:///new/deep dir/a.db"))
        await using (await _lab.CreateAsync($"sqlite:///{_lab.Path}/b.db"))
        {
            Assert.True(File.Exists(Path.Combine(_lab.Path, "new", "deep dir", "a.db")));
            Assert.True(File.Exists(Path.Combine(_lab.Path, "b.db")));
        }
    }

    [Fact]
    public async Task A_store_opened_through_a_link_is_the_same_store()
    {
        Directory.CreateDirectory(Path.Combine(_lab.Path, "real"));
        Directory.CreateSymbolicLink(Path.Combine(_lab.Path, "link"), "real");
        await using var first = await _lab.OpenAsync("sqlite:///real/a.db");
        await using var second = await _lab.OpenAsync("sqlite:///link/a.db");

        var version = await StoreLab.AddAsync(first, "one");

        Assert.Equal("one", await StoreLab.ReadAsync(second, version));
        Assert.Equal(2, (await StoreLab.AddAsync(second, "two")).Version);
    }

    [Fact]
    public void The_native_library_is_the_bundled_one_and_loads_once()
    {
        SqliteLibrary.EnsureLoaded();
        SqliteLibrary.EnsureLoaded();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Assert.Equal("3.53.4", connection.ServerVersion);
    }

    public void Dispose() => _lab.Dispose();
}
