using Xunit;

namespace ModelOps.Testing;

/// <summary>A theory that is skipped, by name, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "not on Windows" : null;
}
