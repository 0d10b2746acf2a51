namespace ModelOps.Core.Hosting;

/// <summary>The reason why git has no answer.</summary>
/// <param name="Fault">Its kind.</param>
/// <param name="Words">What was found, as a clause without a full stop.</param>
internal sealed record GitRefusal(GitFault Fault, string Words)
{
    public static GitRefusal NotARepository(string directory) => new(GitFault.NotARepository, $"no git repository is at or above {directory}");

    public static GitRefusal NoCommit() => new(GitFault.NoCommit, "the repository has no commit yet");

    public static GitRefusal NoBranch() => new(GitFault.NoBranch, "detached HEAD: a commit is checked out, not a branch");

    public static GitRefusal OfPackage(string commit) => new(GitFault.NoBranch, $"the package was made from commit {commit}, which is not what is checked out here");

    public static GitRefusal NoRemote() => new(GitFault.NoRemote, "the repository has no remote 'origin'");

    public static GitRefusal NoHash(string text) => new(GitFault.NoHash, $"'{text}' is no full commit hash");

    public static GitRefusal Ownership(string top) => new(
        GitFault.Ownership,
        $"git refuses {top}, which belongs to another user than the one that runs this; `git config --global --add safe.directory {Quote(top)}` allows it");

    public static GitRefusal Shallow(string commit) => new(
        GitFault.Shallow, $"the clone is shallow, and what it was cut off from may have the answer: {commit} is not there, or nothing that connects it is");

    public static GitRefusal Partial(string commit) => new(
        GitFault.Partial, $"the clone is partial and lacks {commit}, or a commit that connects it, and nothing is fetched for the question");

    public static GitRefusal CommitMissing(string commit) => new(
        GitFault.CommitMissing, $"the clone is whole and does not have {commit}: it was force-pushed away, belongs to a branch that was not fetched, or is of another repository");

    public static GitRefusal ProgramNeeded(string why) => new(GitFault.ProgramNeeded, $"{why}, so only the git program can answer, and PATH has none");

    public static GitRefusal Failed(string why) => new(GitFault.Failed, $"git cannot read the repository: {why}");

    private static string Quote(string path) => path.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+:\\".Contains(letter, StringComparison.Ordinal)) ? path : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
