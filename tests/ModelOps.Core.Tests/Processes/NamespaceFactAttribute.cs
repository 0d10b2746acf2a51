using System.Diagnostics;

namespace ModelOps.Core.Tests.Processes;

/// <summary>A test that needs Linux's user and process namespaces; skipped, by name, where the system or a container forbids them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NamespaceFactAttribute : FactAttribute
{
    public NamespaceFactAttribute() => Skip = Missing();

    /// <summary>Null where they are to be had.</summary>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare"))
        {
            return "needs unshare of util-linux";
        }

        using var trial = Process.Start(new ProcessStartInfo("/usr/bin/unshare", ["--user", "--map-current-user", "--pid", "--fork", "--mount-proc", "true"]) { RedirectStandardError = true })!;
        trial.WaitForExit();
        return trial.ExitCode == 0 ? null : "needs user namespaces, which are forbidden here";
    }
}
