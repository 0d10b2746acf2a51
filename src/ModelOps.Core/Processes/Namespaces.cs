using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Processes;

/// <summary>Finds out what of Linux's namespaces can be used here, and begins commands in them, by unshare of util-linux.</summary>
/// <remarks>
/// The kernel lets a process look at another's environment and memory only in its own user namespace (ptrace(2), "Ptrace access mode checking"), root
/// included. Where a profile of the system or a container forbids namespaces, unshare fails, and nothing is used.
/// </remarks>
internal static class Namespaces
{
    /// <summary>The variable of the step that switches them off: <c>none</c>.</summary>
    public const string Variable = "MODELOPS_ISOLATION";

    private static readonly string? Unshare = OperatingSystem.IsLinux() ? Array.Find(["/usr/bin/unshare", "/bin/unshare"], File.Exists) : null;
    private static readonly string[] OfUser = ["--user", "--map-current-user"];
    private static readonly string[] OfProcesses = [.. OfUser, "--pid", "--fork", "--kill-child", "--mount-proc"];

    // The shell stays as the first process of the namespace: what ends it ends the rest, and a command that is first itself would ignore signals.
    private static readonly string[] First = ["/bin/sh", "-c", "\"$@\"; exit $?", "sh"];

    private static readonly Lazy<Task<Isolation>> Possible = new(FindAsync);

    /// <summary>How a command is kept apart in a build.</summary>
    /// <param name="build">What is built; a trusted one keeps nothing apart: its commands may do what their user may.</param>
    /// <param name="directory">Working directory of the command.</param>
    /// <param name="environment">The step's variables.</param>
    public static async Task<Isolation?> ForAsync(BuildInfo build, string directory, IEnvironment environment) => !build.IsUntrusted
        ? null
        : environment.Get(Variable) == "none" || FileOwner.NeedsRoot(directory) ? Isolation.None : await Possible.Value;

    /// <summary>The words that come before a command.</summary>
    public static IReadOnlyList<string> Begin(Isolation? isolation) => isolation switch
    {
        Isolation.Environment => [Unshare!, .. OfUser, "--"],
        Isolation.Processes => [Unshare!, .. OfProcesses, "--", .. First],
        _ => [],
    };

    private static async Task<Isolation> FindAsync()
    {
        foreach (var isolation in (Isolation[])[Isolation.Processes, Isolation.Environment])
        {
            if (Unshare is not null && await WorksAsync(isolation))
            {
                return isolation;
            }
        }

        return Isolation.None;
    }

    private static async Task<bool> WorksAsync(Isolation isolation)
    {
        var trial = new ProcessRequest
        {
            Program = "/bin/sh",
            Arguments = ["-c", "test -r /proc/self/status"],
            Directory = "/",
            Environment = new Dictionary<string, string>(),
            Isolation = isolation,
            Timeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            return await ProcessRunner.RunAsync(trial, _ => { }, CancellationToken.None) is { TimedOut: false, ExitCode: 0 };
        }
        catch (ModelOpsException)
        {
            // An image without a shell.
            return false;
        }
    }
}
