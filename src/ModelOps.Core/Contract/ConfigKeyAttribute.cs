namespace ModelOps.Core.Contract;

/// <summary>Describes a key of modelops.yml on a property; the key is the property's name in snake_case.</summary>
/// <param name="description">What the key is for, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConfigKeyAttribute(string description) : Attribute
{
    /// <summary>What the key is for, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>A value that could be given.</summary>
    public string? Example { get; init; }
}
