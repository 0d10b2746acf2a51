namespace ModelOps.Core.Contract;

/// <summary>Names a verb on its settings record: the only place where name and description are written.</summary>
/// <param name="name">Name on every front, lower case.</param>
/// <param name="description">What the verb does, in one sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VerbAttribute(string name, string description) : Attribute
{
    /// <summary>Name on every front, lower case.</summary>
    public string Name { get; } = name;

    /// <summary>What the verb does, in one sentence.</summary>
    public string Description { get; } = description;
}
