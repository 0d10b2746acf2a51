using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Checkouts of one origin with a branch, a pull request, two merges of it and a stranger's line, and the events that build them.</summary>
public sealed class ProvenanceLab : IDisposable
{
    public const string Url = "https://github.com/o/r";

    private readonly TempDirectory _directory = new();
    private readonly Dictionary<string, string> _clones = [];
    private readonly GitScratch _origin;

    public ProvenanceLab()
    {
        Directory.CreateDirectory(_directory.File("origin"));
        Directory.CreateDirectory(Outside);
        _origin = new(_directory.File("origin"));
        _origin.Run("config", "uploadpack.allowAnySHA1InWant", "true");
        _origin.Commit("zero");
        Main = _origin.Commit("one");
        _origin.Run("switch", "--quiet", "--create", "feature", "HEAD~1");
        Head = _origin.Commit("feature");
        Merge = MergeOn("merge", Main);
        _origin.Switch("main");
        OtherMerge = MergeOn("later", _origin.Commit("two"));
        _origin.Run("switch", "--quiet", "--orphan", "other");
        Other = _origin.Commit("other");
        _origin.Switch("main");
    }

    /// <summary>What the host checks out for a push to main, and for all that runs on the default branch.</summary>
    public string Main { get; }

    public string Head { get; }

    public string Merge { get; }

    public string OtherMerge { get; }

    public string Other { get; }

    /// <summary>A directory in no repository.</summary>
    public string Outside => _directory.File("outside");

    public void Dispose() => _directory.Dispose();

    /// <summary>A clone that has a commit checked out.</summary>
    public string Checkout(string commit, bool isShallow, bool isDetached)
    {
        var name = $"{commit}{isShallow}{isDetached}";
        if (!_clones.TryGetValue(name, out var path))
        {
            path = _directory.File($"clone{_clones.Count}");
            Directory.CreateDirectory(path);
            var clone = new GitScratch(path, "unborn");
            clone.Run([.. (string[])["fetch", "--quiet"], .. isShallow ? ["--depth=1"] : Array.Empty<string>(), $"file://{_directory.File("origin")}", commit]);
            clone.Run(isDetached ? ["checkout", "--quiet", "--detach", commit] : ["checkout", "--quiet", "-b", "local", commit]);
            _clones[name] = path;
        }

        return path;
    }

    /// <summary>The variables of an event.</summary>
    internal TestEnvironment Variables(BuildEvent given)
    {
        var file = _directory.File($"{given.Name}.json");
        File.WriteAllText(file, given.Payload.Replace("HEAD", Head, StringComparison.Ordinal));
        var commit = given.NamesHead ? Merge : Main;
        return given.IsAzure
            ? new()
            {
                ["TF_BUILD"] = "True", ["BUILD_REASON"] = given.Event, ["BUILD_SOURCEBRANCH"] = given.Reference, ["BUILD_SOURCEVERSION"] = commit, ["BUILD_REPOSITORY_URI"] = Url,
                ["SYSTEM_PULLREQUEST_SOURCEBRANCH"] = given.NamesHead ? "refs/heads/feature" : "", ["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = given.NamesHead ? Head : commit,
            }
            : new()
            {
                ["GITHUB_ACTIONS"] = "true", ["GITHUB_EVENT_NAME"] = given.Event, ["GITHUB_REF"] = given.Reference, ["GITHUB_SHA"] = commit, ["GITHUB_EVENT_PATH"] = file,
                ["GITHUB_SERVER_URL"] = "https://github.com", ["GITHUB_REPOSITORY"] = "o/r", ["GITHUB_HEAD_REF"] = given.NamesHead ? "feature" : "",
            };
    }

    private string MergeOn(string branch, string onto)
    {
        _origin.Run("switch", "--quiet", "--create", branch, onto);
        _origin.Run("-c", "user.name=test", "-c", "user.email=test@localhost", "merge", "--quiet", "--no-ff", "--no-edit", "-m", branch, Head);
        return _origin.Head;
    }
}
