using Xunit;

namespace ModelOps.Testing;

/// <summary>A fact that is skipped, by name, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "not on Windows" : null;
}
