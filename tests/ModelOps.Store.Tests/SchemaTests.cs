using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public async Task A_new_file_has_the_tables_columns_indexes_and_triggers_of_MLflow()
    {
        await using (await _lab.CreateAsync())
        {
        }

        var expected = Path.Combine(_lab.Path, "expected.db");
        StoreLab.Raw(expected, connection => connection.Execute(File.ReadAllText(StoreLab.Data("schema-3.11.sql"))));

        Assert.Equal(StoreLab.Raw(expected, Describe), _lab.Raw(Describe));
        Assert.Contains("model_versions", _lab.Raw(Describe).Keys);
    }

    [Fact]
    public async Task A_new_file_has_the_rows_that_MLflow_starts_with()
    {
        await using (await _lab.CreateAsync())
        {
        }

        Assert.Equal("7d34483879f0", Assert.Single(_lab.Rows("SELECT version_num FROM alembic_version"))["version_num"]);
        var workspace = Assert.Single(_lab.Rows("SELECT * FROM workspaces"));
        Assert.Equal("default", workspace["name"]);
        Assert.Null(workspace["default_artifact_root"]);
        var filled = _lab.Rows("SELECT name FROM sqlite_master WHERE type = 'table'").Select(row => (string)row["name"]!)
            .Where(table => _lab.Rows($"SELECT * FROM \"{table}\"").Count > 0)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["alembic_version", "experiments", "workspaces"], filled);
    }

    [Fact]
    public async Task The_default_experiment_has_the_values_of_a_real_server()
    {
        await using (await _lab.CreateAsync())
        {
        }

        var row = Assert.Single(_lab.Rows("SELECT * FROM experiments"));
        var wire = WireCase.Read("experiments-get.json", "ok default experiment").GetProperty("experiment");
        WireCase.AssertSame(wire, row, "artifact_location", "last_update_time", "creation_time");
        Assert.Equal(FixedTime.Now.ToUnixTimeMilliseconds(), row["creation_time"]);
        Assert.Equal(FixedTime.Now.ToUnixTimeMilliseconds(), row["last_update_time"]);
        Assert.Equal($"file://{_lab.ArtifactRoot}/0", row["artifact_location"]);
        Assert.Equal("default", row["workspace"]);
    }

    [Fact]
    public async Task A_new_file_is_in_write_ahead_mode_and_consistent()
    {
        await using (await _lab.CreateAsync())
        {
        }

        Assert.Equal("wal", _lab.Raw(connection => connection.Scalar("PRAGMA journal_mode")));
        Assert.Equal("ok", _lab.Raw(connection => connection.Scalar("PRAGMA integrity_check")));
        Assert.Empty(_lab.Rows("PRAGMA foreign_key_check"));
    }

    public void Dispose() => _lab.Dispose();

    /// <summary>Per object: its SQL without differences of white space, and for a table every column with type, nullability, default and key.</summary>
    private static SortedDictionary<string, string> Describe(StoreConnection connection)
    {
        var objects = connection.Query(
            "SELECT name, type || ' ' || tbl_name || ' ' || COALESCE(sql, '') FROM sqlite_master",
            row => (Name: row.Text(0), Sql: string.Join(' ', row.Text(1).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, sql) in objects)
        {
            var columns = connection.Query(
                "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info($table)",
                row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column))),
                ("$table", name));
            result.Add(name, $"{sql}\n{string.Join('\n', columns)}");
        }

        return result;
    }
}
