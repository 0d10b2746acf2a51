using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Packaging;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Gathering.Models;

/// <summary>
/// A private copy of a model's files under their own names, hashed while it was written: what is judged, scored and measured is what the digest
/// is of. Disposing removes it.
/// </summary>
internal sealed class MaterializedModel : IDisposable
{
    private readonly PrivateDirectory _directory;
    private readonly ContentDigest _content;

    private MaterializedModel(PrivateDirectory directory, ContentDigest content) => (_directory, _content, Identity) = (directory, content, ContentIdentity.Of(content));

    /// <summary>Full path of the model directory.</summary>
    public string Path => _directory.Path;

    /// <summary>What the files are.</summary>
    public ContentIdentity Identity { get; }

    /// <summary>Copies all files, as many bytes of each as the content lists.</summary>
    /// <exception cref="ModelOpsException">A name is not safe, or a file has another length than is listed, perhaps without end (exit 3).</exception>
    public static async Task<MaterializedModel> CreateAsync(IModelContent content, IProgressSink progress, CancellationToken cancellationToken)
    {
        var directory = new PrivateDirectory();
        try
        {
            // A command that changes the model it was given would make the digest a lie.
            return new(directory, await ContentWriter.WriteAsync(content, directory.Path, "Copying", isReadOnly: true, progress, cancellationToken));
        }
        catch (Exception failure)
        {
            directory.Dispose();
            throw IsChanged(failure) ? Mismatch(failure) : failure;
        }
    }

    /// <summary>Whether the copy still is what was hashed. What Python compiled beside the code of the model is no change.</summary>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> IsUnchangedAsync(IProgressSink progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var now = DirectoryContent.OpenAsIs(Path);
            var sizes = _content.Files.ToDictionary(file => file.Path, file => file.Size, StringComparer.Ordinal);
            var files = now.Files.Where(file => sizes.ContainsKey(file.Path) || !IsCompiled(file.Path)).ToList();
            // Lengths first: a file that was made endless is not read.
            return files.Count == sizes.Count
                && files.TrueForAll(file => sizes.TryGetValue(file.Path, out var size) && size == file.Length)
                && await HashAsync(now, files, progress, cancellationToken) == Identity;
        }
        catch (Exception failure) when (failure is ModelOpsException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();

    private static bool IsCompiled(string path) =>
        path.EndsWith(".pyc", StringComparison.Ordinal) && System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) == "__pycache__";

    private static async Task<ContentIdentity> HashAsync(
        DirectoryContent content, IReadOnlyList<ContentFile> files, IProgressSink progress, CancellationToken cancellationToken) =>
        ContentIdentity.Of(await ContentHasher.ComputeAsync(new ContentPart(content, files), progress, cancellationToken));

    private static bool IsChanged(Exception failure) =>
        failure is ModelOpsException expected && expected.Diagnostics.All(finding => finding.Descriptor == PackagingDiagnostics.FileChanged);

    private static ModelOpsException Mismatch(Exception failure) => new(
        ExitCode.GateFailed,
        [.. ((ModelOpsException)failure).Diagnostics.Select(finding => ReleaseDiagnostics.DigestMismatch.At(finding.Message))],
        failure);
}
