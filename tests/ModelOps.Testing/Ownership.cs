using System.Diagnostics;

namespace ModelOps.Testing;

/// <summary>Files that belong to another user, as a checkout does in a container job that runs as root.</summary>
public static class Ownership
{
    /// <summary>Gives a directory and all below it to a user that is not the one of the test; needs root.</summary>
    public static void GiveAway(string directory)
    {
        using var process = Process.Start("chown", ["-R", "12345:12345", directory]);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"chown of {directory} ended with {process.ExitCode}.");
        }
    }
}
