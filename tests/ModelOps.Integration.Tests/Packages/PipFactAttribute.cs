namespace ModelOps.Integration.Tests.Packages;

/// <summary>A fact that is skipped, by name, without the native program, and where the system's Python has no pip or cannot make environments.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PipFactAttribute : FactAttribute
{
    private const string Libraries = "/usr/lib";

    public PipFactAttribute() => Skip = NativeFactAttribute.Reason ?? (HasPip() ? null : "python3-pip and python3-venv are not installed");

    private static bool HasPip() => File.Exists(InstalledProgram.Python)
        && Directory.Exists($"{Libraries}/python3/dist-packages/pip")
        && Directory.EnumerateDirectories(Libraries, "python3.*").Any(python => Directory.Exists(Path.Combine(python, "ensurepip")));
}
