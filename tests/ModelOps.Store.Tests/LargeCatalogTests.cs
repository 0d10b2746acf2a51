using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Registry;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;
using ModelOps.Testing;

namespace ModelOps.Store.Tests;

public sealed class LargeCatalogTests
{
    private const int Few = 20;
    private const int Many = 20 * Few;

    private static readonly ModelName Model = ModelName.Parse("model-7");

    private static readonly Dictionary<string, Action<StoreConnection>> Calls = new()
    {
        ["find a model"] = connection => Assert.NotNull(ModelRows.Find(connection, Model)),
        ["find a version"] = connection => Assert.NotNull(VersionRows.Find(connection, Model, 3)),
        ["list the versions of a model"] = connection => Assert.Equal(5, VersionRows.List(connection, Model, withTag: null).Count),
        ["list those with a tag"] = connection => Assert.Single(VersionRows.List(connection, Model, new Tag("commit", "c-3"))),
        ["add a version"] = connection => Assert.True(VersionRows.Add(connection, Draft(), "s3://b/k", FixedTime.Now).IsNew),
        ["tag a version"] = connection => VersionRows.SetTag(connection, Model, 3, new("a", "b")),
        ["describe a version"] = connection => VersionRows.Describe(connection, Model, 3, "words", FixedTime.Now),
        ["move an alias"] = connection => AliasRows.Move(connection, new(Model, AliasName.Champion, 3, Expected: 2)),
        ["find the files of a version"] = connection => ContentLocation.Resolve(connection, VersionRows.Find(connection, Model, 3)!),
        ["delete a version"] = connection => Removal.DeleteVersion(connection, Model, 3, FixedTime.Now),
        ["delete a model"] = connection => Removal.DeleteModel(connection, Model),
        ["list the runs of an experiment"] = connection => Assert.Equal(5, RunRows.List(connection, "7", withTag: null).Count),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_costs_the_same_in_a_catalog_of_twenty_times_as_many_models(string call)
    {
        var (few, many) = (Cost(Few, Calls[call]), Cost(Many, Calls[call]));

        Assert.True(many < few * 3 / 2, $"{call}: {few} steps among {Few} models, {many} among {Many}");
    }

    private static long Cost(int models, Action<StoreConnection> call)
    {
        SqliteLibrary.EnsureLoaded();
        var schema = new StoreSchema("mlflow-artifacts:", FixedTime.Instance);
        using var connection = schema.OpenEmpty();
        schema.AddIndexes(connection);
        Fill(connection, models);
        return SqliteSteps.Of(connection.Handle, () => call(connection));
    }

    private static VersionDraft Draft() => new()
    {
        Model = Model,
        RunId = "run-7-1",
        RunArtifactUri = "mlflow-artifacts:/0/r/artifacts",
        Tags = [new("commit", "c-9")],
        Unique = new(new("commit", "c-9"), "withdrawn"),
    };

    // Each model has five versions with two tags, and an experiment with a run for each.
    private static void Fill(StoreConnection connection, int models)
    {
        const string Each = "WITH RECURSIVE m(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM m WHERE i < $models)";
        const string EachVersion = $"{Each}, v(n) AS (VALUES (1), (2), (3), (4), (5))";
        string[] statements =
        [
            $"{Each} INSERT INTO registered_models (name, creation_time, last_updated_time) SELECT 'model-' || i, i, i FROM m",
            $"{Each} INSERT INTO registered_model_tags (name, key, value) SELECT 'model-' || i, 'team', 'risk' FROM m",
            $"{Each} INSERT INTO experiments (experiment_id, name, lifecycle_stage) SELECT i, 'modelops/model-' || i, 'active' FROM m",
            $"""
            {EachVersion} INSERT INTO runs (run_uuid, experiment_id, status, lifecycle_stage, start_time, artifact_uri)
            SELECT 'run-' || i || '-' || n, i, 'FINISHED', 'active', n, 'mlflow-artifacts:/0/r/artifacts' FROM m, v
            """,
            $"""
            {EachVersion} INSERT INTO model_versions (name, version, creation_time, last_updated_time, current_stage, source, run_id, status)
            SELECT 'model-' || i, n, i, i, 'None', 's3://b/k', 'run-' || i || '-' || n, 'READY' FROM m, v
            """,
            $"{EachVersion} INSERT INTO model_version_tags (name, version, key, value) SELECT 'model-' || i, n, 'commit', 'c-' || n FROM m, v",
            $"{EachVersion} INSERT INTO model_version_tags (name, version, key, value) SELECT 'model-' || i, n, 'pipeline', 'training' FROM m, v",
            $"{Each} INSERT INTO registered_model_aliases (name, alias, version) SELECT 'model-' || i, 'champion', 2 FROM m",
        ];
        foreach (var statement in statements)
        {
            connection.Execute(statement, ("$models", models));
        }
    }
}
