using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>
/// One kind of backend. What it offers is what its connections implement: <see cref="ITrackingConnection"/>, <see cref="IRegistryConnection"/>,
/// <see cref="IArtifactConnection"/>.
/// </summary>
public interface IBackend
{
    /// <summary>Names, schemes and variables.</summary>
    BackendDescriptor Descriptor { get; }

    /// <summary>Connects; a server is not asked anything yet.</summary>
    /// <param name="address">An address whose scheme is one of the descriptor's.</param>
    /// <param name="context">Environment, clock, masking and reporting.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">The address or a variable of the environment cannot be used.</exception>
    Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken);

    /// <summary>A URI of this backend for a reader in another directory; as it is where nothing in it is relative.</summary>
    /// <param name="uri">A URI whose scheme is one of the descriptor's.</param>
    /// <param name="directory">Where a relative path starts.</param>
    string Absolute(string uri, string directory) => uri;
}
