using System.Collections.Concurrent;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>The uploads in parts that are under way. Nothing of them outlives the server.</summary>
/// <param name="root">Where the artifacts are.</param>
/// <param name="time">The clock.</param>
internal sealed class MultipartUploads(ArtifactRoot root, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Stale = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, MultipartUpload> _uploads = new(StringComparer.Ordinal);

    /// <summary>Begins an upload; removes those that nobody goes on with.</summary>
    public (string Id, MultipartUpload Upload) Begin(string target, int count)
    {
        var now = time.GetUtcNow();
        foreach (var (stale, _) in _uploads.Where(upload => now - upload.Value.LastUse > Stale))
        {
            End(stale);
        }

        var id = Guid.NewGuid().ToString("N");
        var begun = new MultipartUpload(root, target, count) { LastUse = now };
        _uploads[id] = begun;
        return (id, begun);
    }

    /// <summary>An upload that is under way.</summary>
    /// <exception cref="MlflowFault">There is none.</exception>
    public MultipartUpload Find(string id)
    {
        if (!_uploads.TryGetValue(id, out var upload))
        {
            throw MlflowFault.Missing($"Multipart upload '{id}' not found");
        }

        upload.LastUse = time.GetUtcNow();
        return upload;
    }

    /// <summary>Forgets an upload with all that is left of its parts.</summary>
    public void End(string id)
    {
        if (_uploads.TryRemove(id, out var upload))
        {
            upload.Dispose();
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        foreach (var id in _uploads.Keys)
        {
            End(id);
        }

        return ValueTask.CompletedTask;
    }
}
