namespace ModelOps.Store.Sqlite;

/// <summary>A write with a result of one type.</summary>
internal sealed class PendingWrite<T>(Func<StoreConnection, T> write, CancellationToken cancellationToken) : IPendingWrite
{
    // The writer must not run what its callers do next.
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private T _value = default!;

    /// <summary>Ends when the work is durable.</summary>
    public Task<T> Result => _source.Task;

    /// <inheritdoc />
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    /// <inheritdoc />
    public void Run(StoreConnection connection) => _value = write(connection);

    /// <inheritdoc />
    public void Complete() => _source.TrySetResult(_value);

    /// <inheritdoc />
    public void Fail(Exception failure) => _source.TrySetException(failure);
}
