using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Tags of a ledger run.</summary>
internal static class LedgerTags
{
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

    /// <summary>Digest of the entry before this one.</summary>
    public const string Previous = "modelops.previous";
}
