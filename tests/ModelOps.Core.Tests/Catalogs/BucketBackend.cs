using System.Collections.Concurrent;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;

namespace ModelOps.Core.Tests.Catalogs;

/// <summary>A backend that keeps files only, in memory, at locations of its scheme.</summary>
internal sealed class BucketBackend : IBackend
{
    private int _closed;

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Connected { get; } = new();

    public int Closed => _closed;

    public BackendDescriptor Descriptor { get; } = new() { Name = "bucket", Schemes = ["bucket"], LocationSchemes = ["bucket"], AddressForm = "bucket://name", ClientVariables = ["BUCKET_KEY_FILE"] };

    public Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken)
    {
        Connected.Enqueue(address.Uri);
        return Task.FromResult<IBackendConnection>(new Connection(this));
    }

    private sealed class Connection(BucketBackend backend) : IArtifactConnection, IArtifactStore
    {
        public IArtifactStore Artifacts => this;

        public bool Keeps(string location) => location.StartsWith("bucket:", StringComparison.Ordinal);

        public async Task UploadAsync(
            string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
        {
            await using var source = await open(cancellationToken);
            using var bytes = new MemoryStream();
            await source.CopyToAsync(bytes, cancellationToken);
            backend.Files[$"{rootUri}/{path}"] = bytes.ToArray();
        }

        public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ContentFile>>(
            [.. backend.Files.Where(file => file.Key.StartsWith(rootUri + "/", StringComparison.Ordinal)).Select(file => new ContentFile(file.Key[(rootUri.Length + 1)..], file.Value.Length))]);

        public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new MemoryStream(backend.Files[$"{rootUri}/{path}"]));

        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref backend._closed);
            return ValueTask.CompletedTask;
        }
    }
}
