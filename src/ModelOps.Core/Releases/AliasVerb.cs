namespace ModelOps.Core.Releases;

/// <summary>Why an alias changes.</summary>
internal enum AliasVerb
{
    Register,
    Promote,
    Validate,
    Rollback,

    /// <summary>Takes an alias from a version that does not pass any more.</summary>
    Withdraw,
}
