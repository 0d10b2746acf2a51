namespace ModelOps.Core.Hosting;

/// <summary>The commits that a build host names for one build. A tree is the host's when it is at one of them, or at a pull request's merge.</summary>
/// <param name="Built">Commit that the host checks out; null when it names none.</param>
/// <param name="Head">Head of the pull request that is built; null where none is, and where the host does not say it.</param>
internal sealed record ExpectedCommit(string? Built, string? Head)
{
    /// <summary>Where no host says anything.</summary>
    public static ExpectedCommit None { get; } = new(null, null);

    /// <summary>Whether the host names any.</summary>
    public bool IsKnown => Built is not null || Head is not null;

    /// <summary>Whether merges of the head count.</summary>
    public bool TakesMerges => Head is not null && Head != Built;

    /// <summary>Whether a commit is one of them.</summary>
    public bool Is(string commit) => commit == Built || commit == Head;

    /// <summary>Whether a commit with these parents is the pull request's merge.</summary>
    public bool IsMerge(IReadOnlyCollection<string> parents) => TakesMerges && parents.Count == 2 && parents.Contains(Head);
}
