using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;
using ModelOps.Store.Volumes;

namespace ModelOps.Store.Schema;

/// <summary>MLflow's schema: made in a new file, recognised in one that is there.</summary>
/// <param name="artifactRootUri">Where a new file's experiments keep their artifacts.</param>
/// <param name="time">The clock.</param>
/// <param name="allowsMlflow2">Whether a file of MLflow 2.22 can be used; it has no logged models and no webhooks.</param>
/// <param name="typeOf">The type of the file system of a path; the system's own answer if it is not given.</param>
internal sealed class StoreSchema(string artifactRootUri, TimeProvider time, bool allowsMlflow2 = true, Func<string, string?>? typeOf = null) : IStoreSchema
{
    /// <summary>Alembic revision of MLflow 3.11, which new files have.</summary>
    public const string Current = "7d34483879f0";

    /// <summary>Alembic revision of MLflow 2.22. Its files are used as they are, never upgraded.</summary>
    public const string Mlflow2 = "0584bdc529eb";

    // As long as for any other lock of a store.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Resource = "mlflow-3.11.sql";

    /// <inheritdoc />
    public async Task EnsureAsync(StoreDatabase database, CancellationToken cancellationToken)
    {
        var journal = FileSystemType.IsShared((typeOf ?? FileSystemType.Of)(database.Path)) ? JournalMode.Rollback : JournalMode.WriteAhead;
        if (!Path.Exists(database.Path))
        {
            await NewStoreFile.TryMakeAsync(database.Path, database.ReadEmpty(MemoryPages.Of), journal, cancellationToken).ConfigureAwait(false);
        }

        if (journal == JournalMode.Rollback && File.Exists(database.Path))
        {
            if (!await RollbackJournal.SetAsync(database.Path, Patience, cancellationToken).ConfigureAwait(false))
            {
                database.TakeAsUnwritable();
            }
        }

        if (await database.TransactAsync(deferred: true, IsEmpty, cancellationToken).ConfigureAwait(false))
        {
            // Before the tables, so that a process killed in between leaves an empty file, which the next one takes up.
            await database.RetryAsync(connection => connection.Scalar(Pragma(journal)), cancellationToken).ConfigureAwait(false);
            await database.TransactAsync(deferred: false, CreateUnlessThere, cancellationToken).ConfigureAwait(false);
        }

        await database.TransactAsync(deferred: true, connection => Verify(connection, database.Path, allowsMlflow2), cancellationToken).ConfigureAwait(false);
    }

    private static string Pragma(JournalMode journal) => journal == JournalMode.WriteAhead ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";

    /// <inheritdoc />
    public void AddIndexes(StoreConnection connection) => SearchIndexes.Ensure(connection);

    /// <inheritdoc />
    public StoreConnection OpenEmpty()
    {
        var connection = SchemaTemplate.Open();
        AddFirstRows(connection);
        return connection;
    }

    private static bool IsEmpty(StoreConnection connection) => connection.Scalar("SELECT 1 FROM sqlite_master LIMIT 1") is null;

    private bool CreateUnlessThere(StoreConnection connection)
    {
        if (!IsEmpty(connection))
        {
            return false;
        }

        connection.Execute(Statements());
        AddFirstRows(connection);
        return true;
    }

    private void AddFirstRows(StoreConnection connection)
    {
        connection.Execute("INSERT INTO alembic_version (version_num) VALUES ($revision)", ("$revision", Current));
        connection.Execute("INSERT INTO workspaces (name, description) VALUES ('default', 'Default workspace for legacy resources')");
        ExperimentRows.InsertDefault(connection, artifactRootUri, time.GetUtcNow());
    }

    private static bool Verify(StoreConnection connection, string path, bool allowsMlflow2)
    {
        var revisions = connection.Scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'") is null
            ? []
            : connection.Query("SELECT version_num FROM alembic_version", row => row.Text(0));
        var found = revisions.Count == 0 ? "none" : string.Join(", ", revisions);
        if (found == Mlflow2 && !allowsMlflow2)
        {
            throw StoreErrors.Unusable(
                $"'{path}' is a store of MLflow 2.22 (schema revision {Mlflow2}); expected one of MLflow 3.11 ({Current}). "
                + "`mlflow db upgrade` of MLflow 3.11 brings a copy of it up to date.");
        }

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

    // Less or greater, and not unequal: for that MLflow's indexes would be read from end to end, at every opening.
    private static bool HasOtherWorkspaces(StoreConnection connection) => connection.Scalar(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM experiments WHERE workspace < 'default')
            OR EXISTS (SELECT 1 FROM experiments WHERE workspace > 'default')
            OR EXISTS (SELECT 1 FROM registered_models WHERE workspace < 'default')
            OR EXISTS (SELECT 1 FROM registered_models WHERE workspace > 'default')
        """) is not null;

    /// <summary>The schema's statements.</summary>
    internal static string Statements()
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
