using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.IO;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// The SQLite file. Every call is one transaction on a connection of its own: a writer takes the write lock at its start, so that nothing it has
/// read can change before it writes. Waits for other processes, up to a deadline. A file that does not exist reads as an empty store and is
/// created by the first write, so that looking changes nothing.
/// </summary>
/// <param name="path">The file, absolute.</param>
/// <param name="schema">What it has to hold.</param>
/// <param name="tune">Tunes every connection; null for a store that stays as it is.</param>
internal sealed class StoreDatabase(string path, IStoreSchema schema, Action<StoreConnection>? tune = null) : IDisposable
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 1,
    }.ToString();

    private readonly Lock _gate = new();
    private StoreConnection? _empty;
    private bool _isPrepared;
    private bool _isUnwritable;

    /// <summary>The file, absolute.</summary>
    public string Path => path;

    /// <summary>Checks a file that is there; leaves one that is not.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">The file is no store of a supported schema (MOP2011).</exception>
    public async Task PrepareIfThereAsync(CancellationToken cancellationToken)
    {
        if (!_isPrepared && System.IO.Path.Exists(path))
        {
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads in one snapshot.</summary>
    public async Task<T> ReadAsync<T>(Func<StoreConnection, T> read, CancellationToken cancellationToken)
    {
        await PrepareIfThereAsync(cancellationToken).ConfigureAwait(false);
        if (_isPrepared)
        {
            return await TransactAsync(deferred: true, read, cancellationToken).ConfigureAwait(false);
        }

        return ReadEmpty(read);
    }

    /// <summary>Reads a new store, which no file holds yet.</summary>
    public T ReadEmpty<T>(Func<StoreConnection, T> read)
    {
        // Made once: SQLite takes longer to read the schema than for all that is asked of it.
        lock (_gate)
        {
            _empty ??= schema.OpenEmpty();
            return read(_empty);
        }
    }

    /// <summary>Reads and writes in one transaction; all of it is durable when the call returns, or none of it happened.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreConnection, T> write, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await TransactAsync(deferred: false, write, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One transaction, whatever the file holds.</summary>
    public Task<T> TransactAsync<T>(bool deferred, Func<StoreConnection, T> action, CancellationToken cancellationToken) =>
        RunAsync(connection => connection.InTransaction(isWriter: !deferred, action), isReader: deferred, cancellationToken);

    /// <summary>Writes in one transaction.</summary>
    public Task WriteAsync(Action<StoreConnection> write, CancellationToken cancellationToken) =>
        WriteAsync(
            connection =>
            {
                write(connection);
                return true;
            },
            cancellationToken);

    /// <summary>Calls outside any transaction, for what SQLite does not do in one.</summary>
    public Task<T> RetryAsync<T>(Func<StoreConnection, T> action, CancellationToken cancellationToken) =>
        RunAsync(action, isReader: false, cancellationToken);

    /// <summary>Reads the file as it is from now on, without an index that processes share.</summary>
    public void TakeAsUnwritable() => _isUnwritable = true;

    /// <inheritdoc />
    public void Dispose()
    {
        _empty?.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!_isPrepared)
        {
            MakeDirectory();
            await schema.EnsureAsync(this, cancellationToken).ConfigureAwait(false);
            _isPrepared = true;
        }
    }

    private void MakeDirectory()
    {
        try
        {
            WorkDirectory.Create(System.IO.Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unusable($"The directory of '{path}' cannot be used: {error.Message}", error);
        }
    }

    private async Task<T> RunAsync<T>(Func<StoreConnection, T> action, bool isReader, CancellationToken cancellationToken)
    {
        try
        {
            return await LockWait.RunAsync(path, () => _isUnwritable ? UnwritableFile.Read(path, action) : OnConnection(action), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error) when (isReader && !_isUnwritable && UnwritableFile.MayBeRead(error, path))
        {
            _isUnwritable = true;
            return await RunAsync(action, isReader, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error) when (UnwritableFile.IsReadOnly(error, path))
        {
            throw StoreErrors.ReadOnly(path, error);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.Unusable($"'{path}' cannot be used: {error.Message}", error);
        }
    }

    private T OnConnection<T>(Func<StoreConnection, T> action)
    {
        using var connection = StoreConnection.Open(_connectionString);
        tune?.Invoke(connection);
        return action(connection);
    }
}
