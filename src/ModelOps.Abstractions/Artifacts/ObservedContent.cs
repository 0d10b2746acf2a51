using ModelOps.Abstractions.Hosting;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>Content that tells of every file that is opened and every byte that is read.</summary>
internal sealed class ObservedContent(IModelContent inner, IProgressTask progress, Action<string> onOpen) : IModelContent
{
    public IReadOnlyList<ContentFile> Files => inner.Files;

    public async Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken)
    {
        onOpen(file.Path);
        return new ObservedStream(await inner.OpenReadAsync(file, cancellationToken), progress);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
