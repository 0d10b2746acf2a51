namespace ModelOps.Core.Releases;

/// <summary>Tags of a ledger run.</summary>
internal static class LedgerTags
{
    public const string Action = "modelops.action";
    public const string Alias = "modelops.alias";
    public const string From = "modelops.from";
    public const string To = "modelops.to";
    public const string Commit = "modelops.commit";
    public const string Digest = "modelops.digest";
    public const string Actor = "modelops.actor";
    public const string Build = "modelops.build_url";
    public const string Reason = "modelops.reason";

    /// <summary>Key of the version that the action is about; a rerun finds its unfinished run by it.</summary>
    public const string Key = "modelops.key";

    /// <summary>Digest of the entry before this one.</summary>
    public const string Previous = "modelops.previous";
}
