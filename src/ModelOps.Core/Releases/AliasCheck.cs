namespace ModelOps.Core.Releases;

/// <summary>What can be asked before an alias changes, in the order in which it is asked.</summary>
[Flags]
internal enum AliasCheck
{
    None = 0,

    /// <summary>What the registry can do, and that the alias has the spelling asked for.</summary>
    Support = 1,

    /// <summary>The branch policy.</summary>
    Branch = 2,

    /// <summary>What the gates said of the version.</summary>
    Verdict = 4,

    /// <summary>That the commit is not older than the present one.</summary>
    Order = 8,

    /// <summary>That the registry serves the bytes that were registered.</summary>
    Digest = 16,

    /// <summary>That the ledger has it in writing first.</summary>
    Ledger = 32,

    /// <summary>That the alias is not one that a champion has.</summary>
    NotChampions = 64,

    /// <summary>That a rollback did not take this content away.</summary>
    Quarantine = 128,
}
