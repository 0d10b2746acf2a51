namespace ModelOps.Core.Hosting;

/// <summary>What is checked out in a repository.</summary>
/// <param name="Commit">Full hash.</param>
/// <param name="Branch">Branch without <c>refs/heads/</c>.</param>
/// <param name="Remote">URL of <c>origin</c>, as it is configured.</param>
internal sealed record GitHead(GitAnswer<string> Commit, GitAnswer<string> Branch, GitAnswer<string> Remote)
{
    private const string Heads = "refs/heads/";

    /// <summary>The same of what a reader found; null is what it did not find.</summary>
    /// <param name="commit">Full hash.</param>
    /// <param name="reference">Full name of the reference that HEAD points to.</param>
    /// <param name="remote">URL of <c>origin</c>.</param>
    public static GitHead Of(string? commit, string? reference, string? remote) => new(
        commit is null ? GitRefusal.NoCommit() : commit,
        reference?.StartsWith(Heads, StringComparison.Ordinal) == true ? reference[Heads.Length..] : GitRefusal.NoBranch(),
        remote is null ? GitRefusal.NoRemote() : remote);
}
