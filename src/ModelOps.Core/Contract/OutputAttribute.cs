namespace ModelOps.Core.Contract;

/// <summary>Describes an output on a property of a result record; the property's name is the output's name.</summary>
/// <param name="description">What the output is, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string description) : Attribute
{
    /// <summary>What the output is, in one sentence.</summary>
    public string Description { get; } = description;
}
