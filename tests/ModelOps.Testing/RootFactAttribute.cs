using Xunit;

namespace ModelOps.Testing;

/// <summary>A fact that is skipped, by name, but for the root user of a Unix system.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess ? null : "needs root, to give a checkout to another user";
}
