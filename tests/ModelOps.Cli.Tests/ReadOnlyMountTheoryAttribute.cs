using System.Diagnostics;

namespace ModelOps.Cli.Tests;

/// <summary>A test that mounts a directory read-only in a namespace of its own; skipped, by name, where that is forbidden.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyMountTheoryAttribute : TheoryAttribute
{
    public const string Unshare = "/usr/bin/unshare";

    public ReadOnlyMountTheoryAttribute() => Skip = Missing();

    private static string? Missing()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Unshare))
        {
            return "needs unshare of util-linux";
        }

        using var trial = Process.Start(new ProcessStartInfo(Unshare, ["--map-root-user", "--mount", "/bin/sh", "-c", "mount --bind /tmp /tmp"]) { RedirectStandardError = true })!;
        trial.WaitForExit();
        return trial.ExitCode == 0 ? null : "needs user and mount namespaces, which are forbidden here";
    }
}
