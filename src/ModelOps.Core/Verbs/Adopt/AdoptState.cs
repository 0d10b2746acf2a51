namespace ModelOps.Core.Verbs.Adopt;

/// <summary>What became of a version.</summary>
public enum AdoptState
{
    /// <summary>Its digest was recorded by this run, or would be on a dry run.</summary>
    Adopted,

    /// <summary>Its digest was recorded before.</summary>
    Known,

    /// <summary>It is not READY, or another version counts instead of it.</summary>
    Skipped,

    /// <summary>It could not be taken over.</summary>
    Failed,
}
