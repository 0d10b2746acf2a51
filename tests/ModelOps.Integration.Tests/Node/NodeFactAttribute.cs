namespace ModelOps.Integration.Tests.Node;

/// <summary>A fact that is skipped, by name, where Node is missing.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeTools.SkipReason;
}
