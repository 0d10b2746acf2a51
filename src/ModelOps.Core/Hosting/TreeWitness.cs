namespace ModelOps.Core.Hosting;

/// <summary>What somebody other than the build host says of the tree that a model is from.</summary>
/// <param name="Place">Who says it, as the start of a sentence.</param>
/// <param name="Head">The commit, with branch and repository where they are known.</param>
/// <param name="Agrees">Whether the commit is the one that the host names.</param>
internal sealed record TreeWitness(string Place, GitHead Head, bool Agrees)
{
    /// <summary>The commit; null when there is none.</summary>
    public string? Commit => Head.Commit.OrNull();

    /// <summary>Whether there is no repository that could say anything.</summary>
    public bool IsAbsent => Head.Commit.Refusal?.Fault == GitFault.NotARepository;
}
