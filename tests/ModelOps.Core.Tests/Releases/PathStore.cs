using ModelOps.Abstractions.Catalogs;
using ModelOps.Store;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The real embedded store as a workspace would be: experiments are absolute paths, and no other name is taken.</summary>
internal sealed class PathStore : IBackend
{
    private readonly EmbeddedBackend _inner = new();

    public BackendDescriptor Descriptor => _inner.Descriptor;

    public async Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken) =>
        new PathConnection(await new CatalogConnector(new([_inner]), context)
            .OpenAsync(new(address.Uri, address.Uri, address.WorkingDirectory), cancellationToken));

    public string Absolute(string uri, string directory) => _inner.Absolute(uri, directory);
}
