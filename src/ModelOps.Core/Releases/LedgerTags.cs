using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Tags of a ledger run.</summary>
internal static class LedgerTags
{
    /// <summary>What the keys of all tags begin with that an entry's seal covers.</summary>
    public const string Prefix = "modelops.";

    public const string Action = "modelops.action";
    public const string Alias = "modelops.alias";
    public const string Removed = "modelops.removed_alias";
    public const string From = "modelops.from";
    public const string To = "modelops.to";
    public const string Commit = VersionTags.Commit;
    public const string Digest = VersionTags.Digest;
    public const string Actor = "modelops.actor";
    public const string Build = VersionTags.BuildUrl;
    public const string Reason = "modelops.reason";

    /// <summary>Digest of the content that the action keeps from coming back.</summary>
    public const string Quarantined = "modelops.quarantined";

    /// <summary>Digest of the content that the action lets come back.</summary>
    public const string Lifted = "modelops.lifted";

    /// <summary>What an annotation changed: keys of tags, and the description.</summary>
    public const string Annotated = "modelops.annotated";

    /// <summary>Key of the version that the action is about; a rerun finds its unfinished run by it.</summary>
    public const string Key = VersionTags.Key;

    /// <summary>Whether a verdict passed, failed, or is still to come.</summary>
    public const string Verdict = "modelops.verdict";

    /// <summary>What a person took on himself with <c>--force</c>.</summary>
    public const string Forced = "modelops.forced";

    /// <summary>When the entry ended, in milliseconds since 1970. The run's own time may be rewritten; this one is sealed.</summary>
    public const string Ended = "modelops.ended";

    /// <summary>Digest of the entry before this one, in the form of 0.1.0, whose <c>history</c> goes by it.</summary>
    public const string Previous = "modelops.previous";

    /// <summary>Seals of the entries that this one continues, with a space between two.</summary>
    public const string Continues = "modelops.continues";

    /// <summary>Seal of the entry.</summary>
    public const string Seal = "modelops.seal";

    /// <summary>Entries of before there were seals; a number follows.</summary>
    public const string Before = "modelops.before.";

    /// <summary>Runs of entries that the model's tag names and that were gone when this entry began.</summary>
    public const string Gone = "modelops.gone";

    /// <summary>Tag of the registered model: the newest entries.</summary>
    public const string Head = "modelops.ledger_head";

    private static readonly string[] OfOneEntry = [Action, Actor, Build, Ended, Previous, Continues, Seal, Gone];

    /// <summary>What tags say of an action, without what belongs to one entry of it.</summary>
    public static IEnumerable<Tag> FactsOf(IEnumerable<KeyValuePair<string, string>> tags) => tags
        .Where(tag => tag.Key.StartsWith(Prefix, StringComparison.Ordinal) && !tag.Key.StartsWith(Before, StringComparison.Ordinal) && !OfOneEntry.Contains(tag.Key))
        .Select(tag => new Tag(tag.Key, tag.Value));
}
