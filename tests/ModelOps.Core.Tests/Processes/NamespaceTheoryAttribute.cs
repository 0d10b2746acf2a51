namespace ModelOps.Core.Tests.Processes;

/// <inheritdoc cref="NamespaceFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NamespaceTheoryAttribute : TheoryAttribute
{
    public NamespaceTheoryAttribute() => Skip = NamespaceFactAttribute.Missing();
}
