namespace ModelOps.Integration.Tests.Node;

/// <summary>A theory that is skipped, by name, where Node is missing.</summary>
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeTools.SkipReason;
}
