using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace ModelOps.Core.Processes;

/// <summary>A command with all that it started, also what was given another parent or another session since.</summary>
/// <remarks>
/// On Linux the command gets a session of its own and a variable that its children inherit, as the runners of GitHub and Jenkins do: a process
/// belongs to the tree by its parents, by its session or by the variable. Elsewhere the system's own walk over children is all there is.
/// </remarks>
internal sealed class ProcessTree
{
    private const string MarkName = "MODELOPS_PROCESS_TREE";
    private const int MaxRounds = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly string? Setsid = OperatingSystem.IsLinux() ? Array.Find(["/usr/bin/setsid", "/bin/setsid"], File.Exists) : null;

    /// <summary>The variable that marks the tree.</summary>
    public KeyValuePair<string, string> Mark { get; } = new(MarkName, RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>A start of the program in a session of its own, where the system can.</summary>
    /// <param name="words">The program, and what it is given.</param>
    public static ProcessStartInfo CreateStart(IEnumerable<string> words)
    {
        string[] all = Setsid is null ? [.. words] : [Setsid, .. words];
        return new(all[0], all[1..]);
    }

    /// <summary>Asks the processes to end, waits a little, and ends them.</summary>
    /// <param name="root">The command itself.</param>
    /// <param name="grace">How long to wait.</param>
    public async Task EndAsync(Process root, TimeSpan grace)
    {
        if (OperatingSystem.IsLinux())
        {
            await EndLinuxAsync(root.Id, grace);
        }
        else
        {
            EndElsewhere(root);
        }

        await root.WaitForExitAsync(CancellationToken.None);
    }

    private async Task EndLinuxAsync(int root, TimeSpan grace)
    {
        UnixSignal.Send(LinuxProcess.Tree(root, Mark), UnixSignal.Terminate);
        var asked = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(asked) < grace && LinuxProcess.Tree(root, Mark).Count > 0)
        {
            await Task.Delay(Pause);
        }

        // What starts processes faster than they are found is found in the next round.
        for (var round = 0; round < MaxRounds && LinuxProcess.Tree(root, Mark) is { Count: > 0 } left; round++)
        {
            UnixSignal.Send(left, UnixSignal.Kill);
            await Task.Delay(Pause);
        }
    }

    private static void EndElsewhere(Process root)
    {
        try
        {
            root.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime, or a part of it belongs to another account.
        }
    }
}
