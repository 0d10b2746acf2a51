using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Releases;

/// <summary>Contents that a rollback took away in a registry: they do not come back by themselves, whichever version or commit brings them.</summary>
internal static class Quarantine
{
    // Fits into the tag of any registry.
    private const int LongestReason = 200;
    private const string Imposed = "rolled back: ";
    private const string Lifted = "lifted";

    /// <summary>The version of some content that was rolled back; null when none was, or the quarantine was lifted.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="model">Registered model.</param>
    /// <param name="content">The content; what has none cannot be recognized.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public static async Task<ModelVersion?> FindAsync(
        IModelRegistry registry, ModelName model, ContentIdentity? content, CancellationToken cancellationToken) =>
        content is null ? null : await ListAsync(registry, model, content, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The same among versions that were just read.</summary>
    public static async Task<ModelVersion?> FindAsync(VersionsRead read, ContentIdentity content, CancellationToken cancellationToken) =>
        await Choose(read.WithTagAsync(TagOf(content), cancellationToken), content).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Why a version was rolled back; null when it was not, or the quarantine was lifted.</summary>
    public static string? ReasonOf(ModelVersion version) =>
        version.Tags.GetValueOrDefault(VersionTags.Quarantine) is { } tag && tag.StartsWith(Imposed, StringComparison.Ordinal) ? tag[Imposed.Length..] : null;

    /// <summary>The finding about content that was rolled back.</summary>
    public static Diagnostic Refusal(ModelVersion rolledBack) => ReleaseDiagnostics.RolledBack.At(
        $"The content of {rolledBack.Uri} was rolled back here: {ReasonOf(rolledBack)}");

    /// <summary>Keeps the content of a version from coming back.</summary>
    public static Task ImposeAsync(IModelRegistry registry, ModelVersion version, string reason, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return registry.SetVersionTagAsync(version.Model, version.Version, new(VersionTags.Quarantine, Imposed + Shorten(words)), cancellationToken);
    }

    /// <summary>Lets some content come back.</summary>
    public static async Task LiftAsync(IModelRegistry registry, ModelName model, ContentIdentity content, CancellationToken cancellationToken)
    {
        foreach (var version in await ListAsync(registry, model, content, cancellationToken).ToListAsync(cancellationToken))
        {
            await registry.SetVersionTagAsync(model, version.Version, new(VersionTags.Quarantine, Lifted), cancellationToken);
        }
    }

    private static IAsyncEnumerable<ModelVersion> ListAsync(IModelRegistry registry, ModelName model, ContentIdentity content, CancellationToken cancellationToken) =>
        Choose(TaggedVersions.ListAsync(registry, model, TagOf(content), cancellationToken), content);

    private static Tag TagOf(ContentIdentity content) => new(VersionTags.Digest, content.Digest);

    private static IAsyncEnumerable<ModelVersion> Choose(IAsyncEnumerable<ModelVersion> versions, ContentIdentity content) =>
        versions.Where(version => ReasonOf(version) is not null && ContentIdentity.Of(version) == content);

    private static string Shorten(string text) => text.Length <= LongestReason ? text
        : $"{text.AsSpan(0, char.IsHighSurrogate(text[LongestReason - 2]) ? LongestReason - 2 : LongestReason - 1)}…";
}
