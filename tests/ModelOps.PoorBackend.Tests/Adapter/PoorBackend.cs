using ModelOps.Abstractions.Catalogs;
using ModelOps.Http.Credentials;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>The poor server as a backend: it keeps models, and nothing else.</summary>
/// <param name="tokens">Who gives out tokens.</param>
internal sealed class PoorBackend(ITokenSource tokens) : IBackend
{
    private const string Scheme = "poor";

    public BackendDescriptor Descriptor { get; } = new() { Name = "poor server", Schemes = [Scheme], AddressForm = "poor://host:port" };

    public Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IBackendConnection>(new PoorConnection(new($"http{address.Uri[Scheme.Length..]}", tokens, context)));
}
