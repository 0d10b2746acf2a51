using System.Runtime.InteropServices;

namespace ModelOps.Core.Processes;

/// <summary>Sends signals to processes of Unix.</summary>
internal static class UnixSignal
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal to each process that is still there.</summary>
    public static void Send(IEnumerable<int> processes, int signal)
    {
        foreach (var process in processes)
        {
            _ = SendOne(process, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendOne(int process, int signal);
}
