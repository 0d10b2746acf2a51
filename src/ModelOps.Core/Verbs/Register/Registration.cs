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
    public string Key { get; } = VersionKey.Of(Model, ContentIdentity.Of(Package.Digest), Build.Commit, Build.IsUnconfirmed);

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

    /// <summary>Warns of what is not known of where the model is from. Where an alias is asked for, that refuses it.</summary>
    public void ReportProvenance()
    {
        Diagnostic? finding = Build switch
        {
            { Doubt: { } doubt } => Settings.Alias is null ? doubt.Finding : null,
            { CommitUnknown: { Fault: GitFault.Ownership or GitFault.ProgramNeeded or GitFault.Failed } unknown } => GitFindings.Of(unknown, "A version that is made now gets no commit"),
            { Commit: null } => ReleaseDiagnostics.RegisteredWithoutCommit.At(
                $"A version that is made now gets no commit: {Build.CommitUnknown?.Words ?? "nobody names one"}."),
            _ => null,
        };
        if (finding is not null)
        {
            Context.Report(finding with { Severity = Severity.Warning });
        }
    }

    /// <summary>The version that shall exist.</summary>
    public PublishRequest Publish(LedgerEntry entry, RegisteredContent found) => new()
    {
        Target = Target,
        Description = Settings.Description,
        Tags = [.. Provenance.Tags(Build, ContentIdentity.Of(Package.Digest), Key), RecordedSize.TagOf(Package.Files), .. OwnTags],
        Entry = entry,
        GivenUp = found.Keyed.Pending,
        NewModel = found.IsFirst ? Section?.Description ?? "" : null,
        Content = Package,
    };
}
