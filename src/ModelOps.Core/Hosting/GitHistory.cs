namespace ModelOps.Core.Hosting;

/// <summary>What a clone has of two commits, whoever read it.</summary>
/// <param name="Ancestor">Commit that may be the ancestor.</param>
/// <param name="Descendant">Commit that may be the descendant.</param>
internal sealed record GitHistory(string Ancestor, string Descendant)
{
    /// <summary>Whether the clone has the commit that may be the ancestor.</summary>
    public required bool HasAncestor { get; init; }

    /// <summary>Whether the clone has the commit that may be the descendant.</summary>
    public required bool HasDescendant { get; init; }

    /// <summary>Whether HEAD is a commit.</summary>
    public required bool HasHead { get; init; }

    /// <summary>Whether the clone was cut off.</summary>
    public required bool IsShallow { get; init; }

    /// <summary>Whether objects were left out that a server has.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Whether what the clone has leads from the descendant to the ancestor; null where something is missing between.</summary>
    public bool? Forward { get; init; }

    /// <summary>Whether it leads from the ancestor to the descendant; asked of a shallow clone only.</summary>
    public bool? Backward { get; init; }

    /// <summary>Whether the clone has both commits.</summary>
    public bool HasBoth => HasAncestor && HasDescendant;

    /// <summary>Whether the one is an ancestor of the other, or why that cannot be told: the one place that decides it.</summary>
    public GitAnswer<bool> Judge() => this switch
    {
        { HasBoth: true, Forward: true } => true,
        { HasBoth: true, Forward: false, IsShallow: false } => false,
        // Where history is cut off, a missing connection proves nothing; the opposite one does.
        { HasBoth: true, Forward: false, Backward: true } => false,
        { IsShallow: true } => GitRefusal.Shallow(Lacking),
        { IsPartial: true } => GitRefusal.Partial(Lacking),
        { HasHead: false, HasBoth: false } => GitRefusal.NoCommit(),
        { HasBoth: false } => GitRefusal.CommitMissing(Lacking),
        _ => GitRefusal.Failed($"commits between {Ancestor} and {Descendant} are missing"),
    };

    private string Lacking => HasDescendant ? Ancestor : Descendant;
}
