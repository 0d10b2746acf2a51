namespace ModelOps.Core.Contract;

/// <summary>
/// Describes an input on a property of a settings record. Name, type, default and "required" come from the property itself:
/// a <c>required</c> property is a required input, an initializer is the default.
/// </summary>
/// <param name="description">What the input is, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute(string description) : Attribute
{
    /// <summary>What the input is, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>A value that could be given.</summary>
    public string? Example { get; init; }

    /// <summary>Whether the verb needs a value, and modelops.yml has it when it lists just one model: the property is nullable then, and a verb finds it set.</summary>
    public bool IsKnownFromModels { get; init; }

    /// <summary>Whether a command line may give the value without the name: the one obvious thing that the verb is about, once for a verb.</summary>
    public bool IsPositional { get; init; }

    /// <summary>What the input says about how many models a call is for.</summary>
    public ModelInput Models { get; init; }

    /// <summary>What the text means beyond the property's type.</summary>
    public InputKind Kind { get; init; }
}
