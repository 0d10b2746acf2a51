using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store.Tests;

public sealed class OlderSchemaTests : IDisposable
{
    private readonly StoreLab _lab = new();

    public OlderSchemaTests() => _lab.Create(
        File.ReadAllText(StoreLab.Data("schema-2.22.sql")),
        "INSERT INTO alembic_version VALUES ('0584bdc529eb')",
        "INSERT INTO experiments VALUES (0, 'Default', '/elsewhere/mlruns/0', 'active', 1, 1)",
        "INSERT INTO registered_models VALUES ('theirs', 1, 1, NULL)",
        "INSERT INTO model_versions (name, version, source, current_stage, status) VALUES ('theirs', 1, 's3://b/k', 'None', 'READY')");

    [Fact]
    public async Task A_file_of_MLflow_2_works_and_keeps_its_schema_and_journal()
    {
        var before = _lab.Rows("SELECT name, sql FROM sqlite_master ORDER BY name");
        await using (var catalog = await _lab.OpenAsync())
        {
            var version = await StoreLab.AddAsync(catalog, "two", new Tag("a", "1"));
            await catalog.Registry.SetVersionTagAsync(StoreLab.Churn, 1, new("a", "2"), CancellationToken.None);
            await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 1, null), CancellationToken.None);
            await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 1, 1), CancellationToken.None);
            await catalog.Tracking.EndRunAsync(version.RunId!, RunStatus.Failed, FixedTime.Now, CancellationToken.None);
            Assert.Equal("two", await StoreLab.ReadAsync(catalog, version));
            Assert.Equal("2", (await catalog.Registry.FindVersionAsync(StoreLab.Churn, 1, CancellationToken.None))!.Tags["a"]);
            Assert.Equal(1, (await catalog.Registry.FindModelAsync(StoreLab.Churn, CancellationToken.None))!.Aliases["champion"]);
        }

        Assert.Equal(before, _lab.Rows("SELECT name, sql FROM sqlite_master ORDER BY name"));
        Assert.Equal("0584bdc529eb", Assert.Single(_lab.Rows("SELECT version_num FROM alembic_version"))["version_num"]);
        Assert.Equal("delete", _lab.Raw(connection => connection.Scalar("PRAGMA journal_mode")));
        Assert.Equal("ok", _lab.Raw(connection => connection.Scalar("PRAGMA integrity_check")));
        Assert.Empty(_lab.Rows("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task What_an_MLflow_2_client_wrote_is_there()
    {
        await using var catalog = await _lab.OpenAsync();

        var version = await catalog.Registry.FindVersionAsync(ModelName.Parse("theirs"), 1, CancellationToken.None);

        Assert.Equal(("s3://b/k", null, VersionStatus.Ready), (version!.Source, version.RunId, version.Status));
    }

    public void Dispose() => _lab.Dispose();
}
