namespace ModelOps.Abstractions.Artifacts;

/// <summary>The files of a model, wherever they are: a directory, a package, a registry.</summary>
public interface IModelContent : IAsyncDisposable
{
    /// <summary>All files, sorted by the UTF-8 bytes of their paths.</summary>
    IReadOnlyList<ContentFile> Files { get; }

    /// <summary>Opens a file for one pass from its start. May be called again, and for several files at once.</summary>
    Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken);
}
