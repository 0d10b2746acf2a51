using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Configuration;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Register;

/// <summary>What one run of <c>register</c> works on.</summary>
internal sealed record Registration(
    RegisterSettings Settings, VerbContext Context, BuildInfo Build, ICatalog Catalog, ModelPackage Package, ModelName Model, string ShortName)
{
    /// <summary>Key that makes the registration idempotent.</summary>
    public string Key { get; } = VersionKey.Of(Model, ContentIdentity.Of(Package.Digest), Build.Commit);

    /// <summary>Where the version shall be.</summary>
    public PublishTarget Target => new(Model, Key, TimeSpan.FromSeconds(Settings.ReadyTimeout));

    /// <summary>The model in modelops.yml; null when it is not there.</summary>
    public ModelSection? Section => Context.Configuration.Find(ShortName);

    /// <summary>Facts that the ledger keeps.</summary>
    public IReadOnlyList<Tag> Facts =>
    [
        new(LedgerTags.Key, Key),
        new(LedgerTags.Digest, Package.Digest.Value),
        .. Build.Commit is { } commit ? [new Tag(LedgerTags.Commit, commit)] : Array.Empty<Tag>(),
    ];

    /// <summary>Tags of the call, then those of modelops.yml: the first of a key counts, and what only the toolkit writes is never theirs.</summary>
    public IEnumerable<Tag> OwnTags => Settings.Tags
        .Concat((Section?.Tags ?? new Dictionary<string, string>()).Select(tag => new Tag(tag.Key, tag.Value)))
        .Where(tag => !VersionTags.IsReserved(tag.Key))
        .DistinctBy(tag => tag.Key, StringComparer.Ordinal);

    /// <summary>Says which tags of the call and of modelops.yml a version that is there lacks or has with another value.</summary>
    public void ReportTagsThatStay(ModelVersion? existing)
    {
        var kept = string.Join(", ", OwnTags
            .Where(tag => existing?.Tags.GetValueOrDefault(tag.Key) != tag.Value)
            .Select(tag => $"{tag.Key}={tag.Value}"));
        if (existing is not null && kept.Length > 0)
        {
            Context.Report(ReleaseDiagnostics.TagsKept.At($"{existing.Uri} is there already and keeps its tags; not set: {kept}."));
        }
    }

    /// <summary>Warns of a repository that is there and does not say its commit. Work outside of any is meant.</summary>
    public void ReportUnknownCommit()
    {
        if (Build.CommitUnknown is { Fault: GitFault.Ownership or GitFault.ProgramNeeded or GitFault.Failed } unknown)
        {
            Context.Report(GitFindings.Of(unknown, "A version that is made now gets no commit") with { Severity = Severity.Warning });
        }
    }

    /// <summary>The version that shall exist.</summary>
    public PublishRequest Publish(LedgerEntry entry, RegisteredContent found) => new()
    {
        Target = Target,
        Description = Settings.Description,
        Tags = [.. Provenance.Tags(Build, ContentIdentity.Of(Package.Digest), Key), .. OwnTags],
        Entry = entry,
        GivenUp = found.Keyed.Pending,
        NewModel = found.IsFirst ? Section?.Description ?? "" : null,
        Content = Package,
    };
}
