using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Real repositories in all the states that a build host leaves them in, made beside one origin of three commits and one of another line.</summary>
internal sealed class GitLab : IDisposable
{
    private const string Absent = "1111111111111111111111111111111111111111";

    private readonly TempDirectory _directory = new();

    public GitLab()
    {
        Origin = Make("origin");
        Origin.Run("config", "uploadpack.allowAnySHA1InWant", "true");
        Origin.Run("config", "uploadpack.allowFilter", "true");
        (Old, Middle, Head) = (Origin.Commit("one"), Origin.Commit("two"), Origin.Commit("three"));
        Origin.Run("switch", "--quiet", "--orphan", "other");
        Other = Origin.Commit("other");
        Origin.Switch("main");
    }

    public GitScratch Origin { get; }

    public string Old { get; }

    public string Middle { get; }

    public string Head { get; }

    public string Other { get; }

    public static string Nobody => Absent;

    private string Url => $"file://{_directory.File("origin")}";

    public void Dispose() => _directory.Dispose();

    /// <summary>Path below the directory of the test.</summary>
    public string At(string name) => _directory.File(name);

    /// <summary>An empty repository.</summary>
    public GitScratch Make(string name)
    {
        Directory.CreateDirectory(At(name));
        return new(At(name));
    }

    /// <summary>A clone of the origin.</summary>
    public string Clone(params string[] options)
    {
        Origin.Run(["clone", "--quiet", .. options, Url, At("clone")]);
        return At("clone");
    }

    /// <summary>A clone that has some commits, each cut off from the others: what fetching them one by one with depth 1 leaves.</summary>
    public string CloneLoose(params string[] commits)
    {
        var clone = Make("clone");
        foreach (var commit in commits)
        {
            clone.Run("fetch", "--quiet", "--depth=1", Url, commit);
        }

        return At("clone");
    }

    /// <summary>What a checkout step with a filter leaves: git notes that as an extension of the repository's format.</summary>
    public string FetchFiltered()
    {
        var clone = Make("clone");
        clone.Run("remote", "add", "origin", Url);
        clone.Run("fetch", "--quiet", "--filter=blob:none", "origin", "main");
        return At("clone");
    }

    public string Worktree()
    {
        Origin.Run("worktree", "add", "--quiet", "--detach", At("worktree"), Head);
        return At("worktree");
    }

    public string Submodule()
    {
        Make("super").Run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", Url, "part");
        return At("super/part");
    }

    /// <summary>A link to a directory in the origin; above the link is no repository.</summary>
    public string Linked()
    {
        Directory.CreateDirectory(At("origin/deep"));
        Directory.CreateDirectory(At("elsewhere"));
        Directory.CreateSymbolicLink(At("elsewhere/link"), At("origin/deep"));
        return At("elsewhere/link");
    }

    /// <summary>A clone whose history has a hole.</summary>
    public string CloneWithHole()
    {
        Origin.Run("clone", "--quiet", "--no-hardlinks", At("origin"), At("clone"));
        File.Delete(At($"clone/.git/objects/{Middle[..2]}/{Middle[2..]}"));
        return At("clone");
    }

    /// <summary>Files of a checkout that look like a bare repository, in a real one.</summary>
    public string BareInCheckout()
    {
        Origin.Run("init", "--quiet", "--bare", "models");
        return At("origin/models");
    }

    /// <summary>Without the git program: only libgit2 can answer.</summary>
    public static TestEnvironment LibraryOnly => [];

    /// <summary>With the git program alone: the namespace is one of the variables that libgit2 does not read.</summary>
    public static TestEnvironment ProgramOnly => new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["GIT_NAMESPACE"] = "any" };

    public static Task<GitAnswer<bool>> AskAsync(string directory, string ancestor, string descendant, TestEnvironment environment) =>
        new GitRepository(directory, environment).IsAncestorAsync(ancestor, descendant, CancellationToken.None);
}
