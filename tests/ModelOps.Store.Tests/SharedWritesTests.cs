using ModelOps.Abstractions.Registry;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tests;

/// <summary>Where the store wrote otherwise than an MLflow server.</summary>
public sealed class SharedWritesTests : IDisposable
{
    private readonly StoreLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task An_alias_that_moves_keeps_its_row()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog, "one");
        await StoreLab.AddAsync(catalog, "two");
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Challenger, 1, null), default);
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 1, null), default);

        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Challenger, 2, 1), default);

        Assert.Equal(
            ["challenger 2", "champion 1"],
            _lab.Rows("SELECT alias || ' ' || version AS text FROM registered_model_aliases ORDER BY rowid").Select(row => row["text"]));
    }

    [Fact]
    public async Task An_empty_name_of_a_run_changes_nothing()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);

        await catalog.Tracking.SetRunTagsAsync(run.Id, [new("mlflow.runName", ""), new("a", "")], default);

        var found = (await catalog.Tracking.FindRunAsync(run.Id, default))!;
        Assert.Equal(("register", "register", ""), (found.Name, found.Tags["mlflow.runName"], found.Tags["a"]));
    }

    [Fact]
    public async Task An_experiment_is_deleted_with_the_runs_that_were_deleted_before()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        _lab.Raw(connection => RunWrites.SetDeleted(connection, run.Id, 1));

        await catalog.Tracking.DeleteExperimentAsync(run.ExperimentId, default);

        Assert.Equal(FixedTime.Now.ToUnixTimeMilliseconds(), Assert.Single(_lab.Rows("SELECT deleted_time FROM runs"))["deleted_time"]);
    }

    [Theory]
    [InlineData("00")]
    [InlineData(" 1")]
    [InlineData("x")]
    public async Task What_is_no_identity_of_an_experiment_deletes_none(string id)
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.RunAsync(catalog);

        await catalog.Tracking.DeleteExperimentAsync(id, default);

        Assert.Equal(2, _lab.Rows("SELECT 1 FROM experiments WHERE lifecycle_stage = 'active'").Count);
    }

    [Fact]
    public async Task Writes_of_the_registry_find_their_rows_by_the_keys_of_the_schema()
    {
        await using var catalog = await _lab.CreateAsync();
        var where = _lab.Raw(DefaultWorkspace.And);

        foreach (var table in new[] { "model_versions", "model_version_tags", "registered_models", "registered_model_tags", "registered_model_aliases" })
        {
            var plan = Assert.Single(_lab.Rows($"EXPLAIN QUERY PLAN DELETE FROM {table} WHERE {where} name = 'churn'"), row => $"{row["detail"]}".Contains($" {table} ", StringComparison.Ordinal));
            Assert.StartsWith("SEARCH", $"{plan["detail"]}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_constraint_that_refuses_is_told_in_the_words_of_the_database()
    {
        _lab.Create("CREATE TABLE one (id INTEGER PRIMARY KEY)", "INSERT INTO one VALUES (1)");

        var refused = Assert.ThrowsAny<Exception>(() => _lab.Create("INSERT INTO one VALUES (1)"));
        var broken = Assert.ThrowsAny<Exception>(() => _lab.Create("no statement"));

        Assert.Equal("UNIQUE constraint failed: one.id", ConstraintFailure.WordsOf(refused));
        Assert.Null(ConstraintFailure.WordsOf(broken));
    }
}
