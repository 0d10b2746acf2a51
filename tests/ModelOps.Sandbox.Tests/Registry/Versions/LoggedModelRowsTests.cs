using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Registry.Versions;

public sealed class LoggedModelRowsTests : IDisposable
{
    private readonly StoreConnection _connection;

    public LoggedModelRowsTests()
    {
        SqliteLibrary.EnsureLoaded();
        _connection = new StoreSchema("mlflow-artifacts:", TimeProvider.System).OpenEmpty();
        _connection.Execute(
            """
            INSERT INTO logged_models (
                model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status, lifecycle_stage,
                source_run_id)
            VALUES ('m-1', 0, 'churn', 'mlflow-artifacts:/0/models/m-1/artifacts', 1, 1, 2, 'active', 'run')
            """);
        _connection.Execute("INSERT INTO registered_models (name, creation_time) VALUES ('churn', 1)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Every_version_of_a_logged_model_is_noted_at_it_and_has_its_run_and_files()
    {
        VersionRows.Insert(_connection, new("churn", "s3://b/m", []), "s3://b/m", "", 5);

        var version = VersionCreation.Run(
            _connection, new("churn", "models:/m-1", []) { ModelId = "m-1" }, Protocol.Behavior.Mlflow3, 6);
        VersionCreation.Run(_connection, new("churn", "models:/m-1", []) { ModelId = "m-1" }, Protocol.Behavior.Mlflow3, 7);

        Assert.Equal(("2", "run"), (version.Version, version.RunId));
        Assert.Equal("mlflow-artifacts:/0/models/m-1/artifacts", VersionRows.GetLocation(_connection, "churn", "2"));
        Assert.Equal("""[{"name": "churn", "version": 2}, {"name": "churn", "version": 3}]""", ReadTag());
    }

    [Fact]
    public void A_note_that_somebody_broke_is_begun_anew()
    {
        _connection.Execute("INSERT INTO logged_model_tags VALUES ('m-1', 0, 'mlflow.modelVersions', 'no json')");

        VersionCreation.Run(_connection, new("churn", "models:/m-1", []) { ModelId = "m-1" }, Protocol.Behavior.Mlflow3, 6);

        Assert.Equal("""[{"name": "churn", "version": 1}]""", ReadTag());
    }

    private object? ReadTag() => _connection.Scalar("SELECT tag_value FROM logged_model_tags WHERE tag_key = 'mlflow.modelVersions'");
}
