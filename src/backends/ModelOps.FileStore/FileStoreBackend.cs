using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.FileStore;

/// <summary>
/// MLflow's file stores: <c>file:///absolute/mlruns</c> and <c>file:relative/mlruns</c>, as MLflow 2 and 3 write them. They are read for the models
/// that runs left in them, and never written.
/// </summary>
public sealed class FileStoreBackend : IBackend
{
    /// <inheritdoc />
    public BackendDescriptor Descriptor { get; } = new()
    {
        Name = "file store, read only",
        Schemes = ["file"],
        AddressForm = "file:mlruns",
        IsLocal = true,
    };

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The URI has another form (MOP2001).</exception>
    /// <remarks>A store that is not there yet is an empty one: the training that makes it may be what runs next.</remarks>
    public Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IBackendConnection>(new FileStoreConnection(new(FileStorePath.Resolve(address))));
    }

    /// <inheritdoc />
    public string Absolute(string uri, string directory) => FileStorePath.Absolute(uri, directory);
}
