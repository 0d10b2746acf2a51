using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>What one run of <c>promote</c> works on, once everything that can refuse it has agreed.</summary>
internal sealed record Promotion
{
    public required PromoteSettings Settings { get; init; }

    public required VerbContext Context { get; init; }

    public required BuildInfo Build { get; init; }

    public required ReleaseEnvironment SourceEnvironment { get; init; }

    public required ReleaseEnvironment TargetEnvironment { get; init; }

    public required ICatalog Target { get; init; }

    /// <summary>Version to promote, in the source environment.</summary>
    public required ModelVersion Source { get; init; }

    /// <summary>Registered model in the target environment.</summary>
    public required ModelName Model { get; init; }

    /// <summary>Alias to move.</summary>
    public required AliasName Alias { get; init; }

    /// <summary>What the alias asks of a version.</summary>
    public required AliasVerdict Verdict { get; init; }

    /// <summary>The change of the alias.</summary>
    public required AliasChange Change { get; init; }

    /// <summary>Version that the alias has now; null when it does not exist.</summary>
    public required int? Previous { get; init; }

    /// <summary>Whether the content was rolled back in the target environment, and is to come back.</summary>
    public required bool IsRolledBack { get; init; }

    /// <summary>What the files must be.</summary>
    public required ContentIdentity Content { get; init; }

    public string? Commit => Source.Tags.GetValueOrDefault(VersionTags.Commit);

    public string Key => VersionKey.Of(Model, Content, Commit, Provenance.IsUnconfirmed(Source));

    /// <summary>Facts that the ledger keeps.</summary>
    public IReadOnlyList<Tag> Facts =>
    [
        new(LedgerTags.Key, Key),
        new(LedgerTags.Digest, Content.Digest),
        new(VersionTags.CopiedFrom, CopiedFrom),
        .. Commit is { } commit ? [new Tag(LedgerTags.Commit, commit)] : Array.Empty<Tag>(),
        .. IsRolledBack ? [new Tag(LedgerTags.Lifted, Content.Digest)] : Array.Empty<Tag>(),
    ];

    /// <summary>Tags of the copy.</summary>
    public IReadOnlyList<Tag> Tags =>
    [
        new(VersionTags.Key, Key),
        new(VersionTags.CopiedFrom, CopiedFrom),
        .. Source.Tags
            .Where(tag => VersionTags.TravelsWithVersion(tag.Key))
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => new Tag(tag.Key, tag.Value)),
    ];

    /// <summary>Where the copy shall be.</summary>
    public PublishTarget Publication => new(Model, Key, TimeSpan.FromSeconds(Settings.ReadyTimeout));

    /// <summary>The copy that shall exist.</summary>
    public PublishRequest Publish(LedgerEntry entry, IModelContent copy, IReadOnlyList<int> givenUp) => new()
    {
        Target = Publication,
        Description = Source.Description,
        Tags = Tags,
        Entry = entry,
        GivenUp = givenUp,
        Content = copy,
    };

    private string CopiedFrom => $"{SourceEnvironment.Name} {Source.Uri}";
}
