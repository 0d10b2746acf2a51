namespace ModelOps.Core.Hosting;

/// <summary>Asks the repository that holds a directory what it has checked out.</summary>
internal static class TreeReader
{
    /// <summary>Asks it. A submodule that is at the commit which its parent names is a part of the parent's tree.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="expected">What the build host names.</param>
    /// <param name="cancellationToken">Ends the questions to git.</param>
    public static async Task<TreeWitness> ReadAsync(string directory, ExpectedCommit expected, CancellationToken cancellationToken)
    {
        var answer = await new GitRepository(directory).ReadCheckoutAsync(expected, cancellationToken);
        if (answer.Refusal is { } refusal)
        {
            return new($"The checkout at {directory}", new(refusal, refusal, refusal), Agrees: false);
        }

        var (head, agrees) = answer.Value;
        var top = GitPlace.FindTop(directory);
        if (!agrees && expected.IsKnown && head.Commit.OrNull() is { } commit && top is not null
            && Path.GetDirectoryName(top) is { } above && GitPlace.FindTop(above) is { } parent
            && await IsPartAsync(parent, Path.GetRelativePath(parent, top), commit, cancellationToken))
        {
            return await ReadAsync(parent, expected, cancellationToken);
        }

        return new($"The checkout at {top ?? directory}", head, agrees);
    }

    private static async Task<bool> IsPartAsync(string parent, string path, string commit, CancellationToken cancellationToken)
    {
        var answer = await new GitRepository(parent).HasSubmoduleAsync(path.Replace(Path.DirectorySeparatorChar, '/'), commit, cancellationToken);
        return answer is { Refusal: null, Value: true };
    }
}
