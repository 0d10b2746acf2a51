namespace ModelOps.Core.Hosting;

/// <summary>Reads a repository with the git program: formats that libgit2 does not know, and whatever a variable or a configuration allows that it does not read.</summary>
internal sealed class GitProgramReader(GitProgram program, string directory)
{
    private const string OwnershipMark = "dubious ownership in repository at '";

    private static readonly string[] NoRepositoryMarks = ["not a git repository", "cannot use bare repository"];

    /// <summary>Why the program cannot read the repository; null when it can.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<GitRefusal?> RefuseAsync(CancellationToken cancellationToken)
    {
        var answer = await program.RunAsync(["rev-parse", "--git-dir"], cancellationToken);
        return answer switch
        {
            null => GitRefusal.ProgramNeeded("the library cannot answer"),
            { ExitCode: 0 } => null,
            { Error: var error } when error.IndexOf(OwnershipMark, StringComparison.Ordinal) is >= 0 and var at => GitRefusal.Ownership(Quoted(error[(at + OwnershipMark.Length)..])),
            { Error: var error } when NoRepositoryMarks.Any(mark => error.Contains(mark, StringComparison.OrdinalIgnoreCase)) => GitRefusal.NotARepository(directory),
            { Error: var error } => GitRefusal.Failed(error.Trim().ReplaceLineEndings(" ")),
        };
    }

    public async Task<GitAnswer<GitHead>> ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (await RefuseAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var commit = HeadAsync(cancellationToken);
        var reference = AskAsync(["symbolic-ref", "--quiet", "HEAD"], cancellationToken);
        var remote = AskAsync(["config", "--get", "remote.origin.url"], cancellationToken);
        return GitHead.Of(await commit, await reference, await remote);
    }

    public async Task<GitAnswer<GitCheckout>> ReadCheckoutAsync(ExpectedCommit expected, CancellationToken cancellationToken)
    {
        var answer = await ReadHeadAsync(cancellationToken);
        if ((answer.Refusal ?? answer.Value.Commit.Refusal) is { } refusal)
        {
            return refusal;
        }

        var commit = answer.Value.Commit.Value;
        var agrees = expected.Is(commit)
            || (expected.Built is { } built && await AskAsync(["rev-parse", "--verify", "--quiet", $"{built}^{{commit}}"], cancellationToken) == commit)
            || (expected.TakesMerges && expected.IsMerge(ParentsIn(await AskAsync(["cat-file", "commit", commit], cancellationToken) ?? "")));
        return new GitCheckout(answer.Value, agrees);
    }

    public async Task<GitAnswer<bool>> HasSubmoduleAsync(string path, string commit, CancellationToken cancellationToken) =>
        await RefuseAsync(cancellationToken) is { } refusal ? refusal
        : await AskAsync(["ls-tree", "--full-tree", "HEAD", "--", $":(top,literal){path}"], cancellationToken) is { } entry && entry.StartsWith($"160000 commit {commit}\t", StringComparison.Ordinal);

    public async Task<GitAnswer<GitHistory>> ReadHistoryAsync(string ancestor, string descendant, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var history = new GitHistory(ancestor, descendant)
        {
            HasAncestor = await HasAsync(ancestor, cancellationToken),
            HasDescendant = await HasAsync(descendant, cancellationToken),
            HasHead = await HeadAsync(cancellationToken) is not null,
            // A git that is too old to say so counts as shallow: nothing is concluded from what is missing.
            IsShallow = await AskAsync(["rev-parse", "--is-shallow-repository"], cancellationToken) != "false",
            IsPartial = await AskAsync(["config", "--get-regexp", @"^(extensions\.partialclone|remote\..*\.promisor)$"], cancellationToken) is not null,
        };
        return !history.HasBoth ? history : history with
        {
            Forward = await ReachesAsync(descendant, ancestor, cancellationToken),
            Backward = history.IsShallow ? await ReachesAsync(ancestor, descendant, cancellationToken) : null,
        };
    }

    // The object itself has them, also where the clone is cut off below it.
    private static List<string> ParentsIn(string text) =>
        [.. text.Split('\n').TakeWhile(line => line.Length > 0).Where(line => line.StartsWith("parent ", StringComparison.Ordinal)).Select(line => line["parent ".Length..])];

    private static string Quoted(string text) => text.Split('\'', 2)[0];

    private Task<string?> HeadAsync(CancellationToken cancellationToken) => AskAsync(["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);

    private async Task<bool> HasAsync(string commit, CancellationToken cancellationToken) =>
        await program.RunAsync(["cat-file", "-e", $"{commit}^{{commit}}"], cancellationToken) is { ExitCode: 0 };

    private async Task<bool?> ReachesAsync(string from, string to, CancellationToken cancellationToken)
    {
        var answer = await program.RunAsync(["merge-base", "--is-ancestor", to, from], cancellationToken);
        // Of a history with a hole git says 1, too, and complains.
        return answer switch { { ExitCode: 0 } => true, { ExitCode: 1, Error: "" } => false, _ => null };
    }

    private async Task<string?> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var answer = await program.RunAsync(arguments, cancellationToken);
        return answer is { ExitCode: 0 } && answer.Output.Trim() is { Length: > 0 } text ? text : null;
    }
}
