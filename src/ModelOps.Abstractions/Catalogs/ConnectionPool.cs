namespace ModelOps.Abstractions.Catalogs;

/// <summary>The connections of one catalog: one for an address, however many things it serves as. Disposing closes all of them.</summary>
/// <param name="backends">The backends that there are.</param>
/// <param name="context">What they may use of the world.</param>
/// <param name="address">The catalog.</param>
internal sealed class ConnectionPool(BackendList backends, BackendContext context, CatalogAddress address) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, IBackendConnection> _open = new(StringComparer.Ordinal);

    /// <summary>The connection to an address that a backend serves.</summary>
    public Task<IBackendConnection> OpenAsync(string uri, CancellationToken cancellationToken) => OpenAsync(backends.Find(uri)!, uri, cancellationToken);

    /// <summary>The connection that keeps a location by its scheme; null when none does.</summary>
    public async Task<IArtifactConnection?> FindKeeperAsync(string location, CancellationToken cancellationToken) =>
        backends.FindKeeper(location) is { } backend
        && await OpenAsync(backend, RootOf(location), cancellationToken) is IArtifactConnection keeper
        && keeper.Keeps(location) ? keeper : null;

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _open.Values)
        {
            await connection.DisposeAsync();
        }

        _gate.Dispose();
    }

    // A location is text from a server: all paths below one host share a connection.
    private static string RootOf(string location)
    {
        var authority = location.IndexOf("://", StringComparison.Ordinal);
        var end = authority < 0 ? -1 : location.AsSpan(authority + 3).IndexOfAny('/', '?', '#');
        return end < 0 ? location : location[..(authority + 3 + end)];
    }

    private async Task<IBackendConnection> OpenAsync(IBackend backend, string uri, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_open.TryGetValue(uri, out var connection))
            {
                connection = await backend.ConnectAsync(new(uri, address.WorkingDirectory) { Environment = address.Environment, ArtifactRoot = address.ArtifactRoot }, context, cancellationToken);
                _open.Add(uri, connection);
            }

            return connection;
        }
        finally
        {
            _gate.Release();
        }
    }
}
