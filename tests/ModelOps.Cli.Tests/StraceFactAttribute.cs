using System.ComponentModel;
using System.Diagnostics;

namespace ModelOps.Cli.Tests;

/// <summary>A fact that is skipped, by name, where strace is missing or may not follow a process.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StraceFactAttribute : FactAttribute
{
    private static readonly bool CanFollow = OperatingSystem.IsLinux() && Try();

    public StraceFactAttribute() => Skip = CanFollow ? null : "needs strace, and the right to follow a process";

    private static bool Try()
    {
        try
        {
            using var strace = Process.Start(new ProcessStartInfo("strace", ["-e", "trace=none", "true"]) { RedirectStandardError = true })!;
            strace.StandardError.ReadToEnd();
            strace.WaitForExit();
            return strace.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
