using Microsoft.Data.Sqlite;
using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;

namespace ModelOps.Store.Schema;

/// <summary>MLflow's schema: made in a new file, recognised in one that is there.</summary>
internal static class StoreSchema
{
    /// <summary>Alembic revision of MLflow 3.11, which new files have.</summary>
    public const string Current = "7d34483879f0";

    /// <summary>Alembic revision of MLflow 2.22. Its files are used as they are, never upgraded.</summary>
    public const string Mlflow2 = "0584bdc529eb";

    private const string Resource = "mlflow-3.11.sql";

    /// <summary>Makes the schema in a file that has none; checks that a file with one can be used.</summary>
    /// <exception cref="Core.Diagnostics.ModelOpsException">The file is something else, or of another revision (MOP2011).</exception>
    public static async Task EnsureAsync(
        StoreDatabase database, string artifactRootUri, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(IsEmpty, cancellationToken).ConfigureAwait(false))
        {
            // Before the tables, so that a process killed in between leaves an empty file, which the next one takes up.
            await database.RetryAsync(connection => connection.Scalar("PRAGMA journal_mode = WAL"), cancellationToken).ConfigureAwait(false);
            await database.WriteAsync(connection => CreateUnlessThere(connection, artifactRootUri, time), cancellationToken).ConfigureAwait(false);
        }

        await database.ReadAsync(connection => Verify(connection, database.Path), cancellationToken).ConfigureAwait(false);
    }

    private static bool IsEmpty(SqliteConnection connection) => connection.Scalar("SELECT 1 FROM sqlite_master LIMIT 1") is null;

    private static void CreateUnlessThere(SqliteConnection connection, string artifactRootUri, TimeProvider time)
    {
        if (!IsEmpty(connection))
        {
            return;
        }

        connection.Execute(ReadResource());
        connection.Execute("INSERT INTO alembic_version (version_num) VALUES ($revision)", ("$revision", Current));
        connection.Execute("INSERT INTO workspaces (name, description) VALUES ('default', 'Default workspace for legacy resources')");
        ExperimentRows.InsertDefault(connection, artifactRootUri, time.GetUtcNow());
    }

    private static bool Verify(SqliteConnection connection, string path)
    {
        var revisions = connection.Scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'") is null
            ? []
            : connection.Query("SELECT version_num FROM alembic_version", row => row.Text(0));
        var found = revisions.Count == 0 ? "none" : string.Join(", ", revisions);
        if (found is not (Current or Mlflow2))
        {
            throw StoreErrors.Unusable(
                $"'{path}' is no MLflow store that can be used: expected schema revision {Current} (MLflow 3.11) or {Mlflow2} (MLflow 2.22), "
                + $"found {found}.");
        }

        if (found == Current && HasOtherWorkspaces(connection))
        {
            throw StoreErrors.Unusable(
                $"'{path}' has MLflow workspaces other than 'default'; the same name may mean several models there.");
        }

        return true;
    }

    private static bool HasOtherWorkspaces(SqliteConnection connection) => connection.Scalar(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM experiments WHERE workspace <> 'default')
            OR EXISTS (SELECT 1 FROM registered_models WHERE workspace <> 'default')
        """) is not null;

    private static string ReadResource()
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
