using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Register;

/// <summary>What one run of <c>register</c> works on.</summary>
internal sealed record Registration(
    RegisterSettings Settings, VerbContext Context, BuildInfo Build, ICatalog Catalog, ModelPackage Package, ModelName Model)
{
    /// <summary>Key that makes the registration idempotent.</summary>
    public string Key { get; } = VersionKey.Of(Model, ContentIdentity.Of(Package.Digest), Build.Commit);

    /// <summary>Where the version shall be.</summary>
    public PublishTarget Target => new(Model, Key, TimeSpan.FromSeconds(Settings.ReadyTimeout));

    /// <summary>Facts that the ledger keeps.</summary>
    public IReadOnlyList<Tag> Facts =>
    [
        new(LedgerTags.Key, Key),
        new(LedgerTags.Digest, Package.Digest.Value),
        .. Build.Commit is { } commit ? [new Tag(LedgerTags.Commit, commit)] : Array.Empty<Tag>(),
    ];

    /// <summary>Says which tags of the call a version that is there lacks or has with another value; the toolkit's own are never the call's.</summary>
    public void ReportTagsThatStay(ModelVersion? existing)
    {
        var own = Provenance.Tags(Build, ContentIdentity.Of(Package.Digest), Key).Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
        var kept = string.Join(", ", Settings.Tags
            .Where(tag => !own.Contains(tag.Key) && existing?.Tags.GetValueOrDefault(tag.Key) != tag.Value)
            .Select(tag => $"{tag.Key}={tag.Value}"));
        if (existing is not null && kept.Length > 0)
        {
            Context.Report(ReleaseDiagnostics.TagsKept.At($"{existing.Uri} is there already and keeps its tags; not set: {kept}."));
        }
    }

    /// <summary>The version that shall exist. The toolkit's own tags win over the user's.</summary>
    public PublishRequest Publish(LedgerEntry entry)
    {
        var provenance = Provenance.Tags(Build, ContentIdentity.Of(Package.Digest), Key);
        var own = provenance.Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Target = Target,
            Description = Settings.Description,
            Tags = [.. provenance, .. Settings.Tags.Where(tag => own.Add(tag.Key))],
            Entry = entry,
            Content = Package,
        };
    }
}
