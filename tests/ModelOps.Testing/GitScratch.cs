using System.Diagnostics;

namespace ModelOps.Testing;

/// <summary>A git repository of a test.</summary>
public sealed class GitScratch
{
    private readonly string _directory;

    public GitScratch(string directory, string branch = "main")
    {
        _directory = directory;
        Run("init", "--quiet", "--template=", $"--initial-branch={branch}");
    }

    public string Head => Run("rev-parse", "HEAD").Trim();

    public string Commit(string message)
    {
        Run("add", "--all");

        // There is nothing to tidy up in a repository that is gone in a moment.
        Run("-c", "maintenance.auto=false", "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "--message", message);
        return Head;
    }

    public void Switch(string branch, bool create = false) => Run(create ? ["switch", "--quiet", "--create", branch] : ["switch", "--quiet", branch]);

    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = _directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error}");
    }
}
