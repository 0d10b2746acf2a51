using Xunit;

namespace ModelOps.Testing;

/// <summary>A theory that is skipped, by name, but for the root user of a Unix system.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootTheoryAttribute : TheoryAttribute
{
    public RootTheoryAttribute() => Skip = new RootFactAttribute().Skip;
}
