using System.Globalization;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>
/// How many bytes a version was registered with: whoever serves more than that serves something else, which is known before a byte of it is fetched.
/// </summary>
internal static class RecordedSize
{
    /// <summary>The tag for files that are registered.</summary>
    public static Tag TagOf(IReadOnlyList<ContentFile> files) =>
        new(VersionTags.Size, files.Sum(file => file.Length).ToString(CultureInfo.InvariantCulture));

    /// <summary>Bytes of a version's files together; null where nobody recorded them, or what stands there is no size.</summary>
    public static long? Of(ModelVersion version) =>
        long.TryParse(version.Tags.GetValueOrDefault(VersionTags.Size), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    /// <summary>What is wrong with the files that a registry lists; null for nothing, which says nothing of their bytes.</summary>
    public static string? FindExcess(ModelVersion version, IReadOnlyList<ContentFile> files) =>
        files.Sum(file => (decimal)file.Length) is var listed && Of(version) is { } recorded && listed > recorded
            ? string.Create(CultureInfo.InvariantCulture, $"The registry lists files of {version.Uri} with {listed:0} bytes; it was registered with {recorded}.")
            : null;

    /// <summary>Refuses files that are not those that were registered.</summary>
    /// <param name="excess">What is wrong with them; null for nothing.</param>
    /// <exception cref="ModelOpsException">Something is (MOP3001, exit 3).</exception>
    public static void Require(string? excess)
    {
        if (excess is not null)
        {
            throw new ModelOpsException(ExitCode.GateFailed, ReleaseDiagnostics.DigestMismatch.At($"{excess} Nothing was fetched."));
        }
    }

    /// <summary>Opens the files of a version as its registry serves them.</summary>
    /// <exception cref="ModelOpsException">There are more bytes than it was registered with (MOP3001, exit 3).</exception>
    public static async Task<IModelContent> OpenContentAsync(IModelRegistry registry, ModelVersion version, CancellationToken cancellationToken)
    {
        var content = await registry.OpenContentAsync(version, cancellationToken);
        try
        {
            Require(FindExcess(version, content.Files));
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }
}
