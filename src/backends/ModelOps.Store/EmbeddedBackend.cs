using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store;

/// <summary>
/// Embedded stores: <c>sqlite:///relative.db</c> and <c>sqlite:////absolute.db</c>. The file has MLflow's own schema, so that MLflow opens
/// it as its own; artifacts are in a directory beside it, <c>&lt;file&gt;.artifacts</c>. A file that does not exist
/// is created by the first write.
/// </summary>
public sealed class EmbeddedBackend : IBackend
{
    /// <inheritdoc />
    public BackendDescriptor Descriptor { get; } = new()
    {
        Name = "embedded store",
        Schemes = ["sqlite"],
        AddressForm = "sqlite:///path.db",
        IsLocal = true,
    };

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The URI has another form (MOP2001); the file is no store of a supported schema (MOP2011).</exception>
    public async Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken)
    {
        var file = StorePath.Resolve(address);
        SqliteLibrary.EnsureLoaded();
        var database = new StoreDatabase(file, new StoreSchema(ArtifactRoot.UriOf(file), context.Time));
        try
        {
            await database.PrepareIfThereAsync(cancellationToken).ConfigureAwait(false);
            return new EmbeddedConnection(file, database, context.Time);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public string Absolute(string uri, string directory) => StorePath.Absolute(uri, directory);
}
