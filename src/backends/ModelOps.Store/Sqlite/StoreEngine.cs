using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// A store that one process serves to many callers: reads run beside each other on connections that stay open; writes queue up for the one writer,
/// which commits all that are waiting at once, each in a savepoint of its own. A write has reached the disk when its call returns.
/// </summary>
internal sealed class StoreEngine : IAsyncDisposable
{
    private const int MaxBatch = 256;

    private readonly string _connectionString;
    private readonly ConcurrentBag<StoreConnection> _readers = [];
    private readonly Channel<IPendingWrite> _queue = Channel.CreateUnbounded<IPendingWrite>(new() { SingleReader = true });
    private readonly WriteBatch _batch;
    private readonly Task _writer;

    private StoreEngine(string file, Action<StoreConnection>? tune)
    {
        File = file;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 1, Pooling = false }.ToString();
        _batch = new(OpenWriter(tune), file);
        _writer = Task.Run(WriteAllAsync);
    }

    /// <summary>The SQLite file, absolute.</summary>
    public string File { get; }

    /// <summary>Opens a file, made if it is not there.</summary>
    /// <param name="file">SQLite file, absolute.</param>
    /// <param name="schema">What the file has to hold.</param>
    /// <param name="tune">Tunes the store through every connection that writes to it; null for a store that stays as it is.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">The file is no store of a supported schema (MOP2011).</exception>
    public static async Task<StoreEngine> OpenAsync(
        string file, IStoreSchema schema, Action<StoreConnection>? tune, CancellationToken cancellationToken)
    {
        SqliteLibrary.EnsureLoaded();
        using var database = new StoreDatabase(file, schema, tune);
        await database.WriteAsync(schema.AddIndexes, cancellationToken).ConfigureAwait(false);
        return new(file, tune);
    }

    /// <summary>Reads in one snapshot, on the caller's thread.</summary>
    public T Read<T>(Func<StoreConnection, T> read)
    {
        var connection = _readers.TryTake(out var idle) ? idle : StoreConnection.Open(_connectionString);
        try
        {
            return connection.InTransaction(isWriter: false, read);
        }
        finally
        {
            _readers.Add(connection);
        }
    }

    /// <summary>Reads and writes in one transaction; all of it is durable when the call returns, or none of it happened.</summary>
    public async Task<T> WriteAsync<T>(Func<StoreConnection, T> write, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite<T>(write, cancellationToken);
        if (!_queue.Writer.TryWrite(pending))
        {
            throw new OperationCanceledException("The store is being closed.");
        }

        return await pending.Result.ConfigureAwait(false);
    }

    /// <summary>Writes what has no result.</summary>
    /// <inheritdoc cref="WriteAsync{T}(Func{StoreConnection, T}, CancellationToken)"/>
    public Task WriteAsync(Action<StoreConnection> write, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            write(connection);
            return true;
        },
        cancellationToken);

    /// <summary>Ends after the writes that are waiting.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
        _batch.Dispose();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    // One writer touches the same pages again and again: it keeps them, and moves them from the log into the file only every 32 MiB.
    private StoreConnection OpenWriter(Action<StoreConnection>? tune)
    {
        var writer = StoreConnection.Open(_connectionString);
        writer.Execute("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = MEMORY;");
        tune?.Invoke(writer);
        return writer;
    }

    private async Task WriteAllAsync()
    {
        var waiting = new List<IPendingWrite>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (waiting.Count < MaxBatch && _queue.Reader.TryRead(out var write))
            {
                waiting.Add(write);
            }

            await _batch.CommitAsync(waiting).ConfigureAwait(false);
            waiting.Clear();
        }
    }
}
