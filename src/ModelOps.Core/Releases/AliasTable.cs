namespace ModelOps.Core.Releases;

/// <summary>Verb by check: the one place that says what each asks before it moves or takes an alias.</summary>
internal static class AliasTable
{
    private const AliasCheck Everything =
        AliasCheck.Support | AliasCheck.Branch | AliasCheck.Verdict | AliasCheck.Order | AliasCheck.Digest | AliasCheck.Ledger | AliasCheck.Quarantine;

    private static readonly Dictionary<AliasVerb, AliasCheck> Rows = new()
    {
        [AliasVerb.Register] = Everything,
        [AliasVerb.Promote] = Everything,

        // It has always asked the branch policy too. The gates hash what they judge, and accept versions that have no digest.
        [AliasVerb.Validate] = Everything & ~AliasCheck.Digest,

        // It goes back, in an emergency.
        [AliasVerb.Rollback] = AliasCheck.Support | AliasCheck.Digest | AliasCheck.Ledger,
        [AliasVerb.Withdraw] = AliasCheck.Support | AliasCheck.Ledger | AliasCheck.NotChampions,
    };

    /// <summary>What a verb asks.</summary>
    public static AliasCheck Of(AliasVerb verb) => Rows[verb];

    /// <summary>Whether a verb asks a question.</summary>
    public static bool Asks(AliasVerb verb, AliasCheck check) => Of(verb).HasFlag(check);
}
