using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>A private local copy of content, so that what is verified is what is used. Disposing removes it.</summary>
internal sealed class ContentCopy : IModelContent
{
    private const int BufferBytes = 128 * 1024;

    private readonly PrivateDirectory _directory;
    private readonly Dictionary<string, string> _localPaths;

    private ContentCopy(PrivateDirectory directory, IReadOnlyList<ContentFile> files)
    {
        _directory = directory;
        Files = files;
        // A number, not the path: names from a registry never become names on this disk.
        _localPaths = files.Select((file, index) => (file.Path, Local: Path.Combine(directory.Path, $"{index:D8}")))
            .ToDictionary(pair => pair.Path, pair => pair.Local, StringComparer.Ordinal);
    }

    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>Copies all files into a directory that only this user may enter.</summary>
    /// <exception cref="ModelOpsException">A file has more bytes than were said, perhaps without end (MOP3001).</exception>
    public static async Task<ContentCopy> CreateAsync(IModelContent content, CancellationToken cancellationToken)
    {
        var copy = new ContentCopy(new PrivateDirectory(), content.Files);
        try
        {
            foreach (var file in content.Files)
            {
                await copy.AddAsync(content, file, cancellationToken);
            }

            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(File.OpenRead(_localPaths[file.Path]));

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AddAsync(IModelContent content, ContentFile file, CancellationToken cancellationToken)
    {
        await using var source = await content.OpenReadAsync(file, cancellationToken);
        await using var target = new FileStream(_localPaths[file.Path], FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[BufferBytes];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (target.Position + read > file.Length)
            {
                throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At(
                    $"The registry lists '{file.Path}' with {file.Length} bytes and serves more."));
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
