using System.Reflection;
using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Contract;

/// <summary>What a front needs to know of one input.</summary>
public sealed class InputDescriptor
{
    internal InputDescriptor(PropertyInfo property, InputAttribute attribute, object? defaultValue)
    {
        Property = property;
        Name = new InputName(property.Name);
        Description = attribute.Description;
        Example = attribute.Example;
        Kind = attribute.Kind;
        Models = attribute.Models;
        IsPositional = attribute.IsPositional;
        IsKnownFromModels = attribute.IsKnownFromModels;
        IsRequired = IsKnownFromModels || property.IsDefined(typeof(RequiredMemberAttribute));
        Default = defaultValue;
        ItemType = InputTypes.ItemTypeOf(property.PropertyType);
        ValueType = ItemType ?? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    /// <summary>Spellings of the name.</summary>
    public InputName Name { get; }

    /// <summary>What the input is, in one sentence.</summary>
    public string Description { get; }

    /// <summary>A value that could be given.</summary>
    public string? Example { get; }

    /// <summary>What the text means beyond the type.</summary>
    public InputKind Kind { get; }

    /// <summary>What the input says about how many models a call is for.</summary>
    public ModelInput Models { get; }

    /// <summary>Whether a command line may give the value without the name.</summary>
    public bool IsPositional { get; }

    /// <summary>Whether the verb needs a value.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether a required input has a value without being given: modelops.yml has model and path when it lists just one model.</summary>
    public bool IsKnownFromModels { get; }

    /// <summary>Whether several values may be given.</summary>
    public bool IsList => ItemType is not null;

    /// <summary>Whether the input is a switch.</summary>
    public bool IsFlag => ValueType == typeof(bool);

    /// <summary>Type of one value: <see cref="string"/>, <see cref="bool"/>, a number, an enumeration or a value type of the toolkit.</summary>
    public Type ValueType { get; }

    /// <summary>Values that are allowed, in lower case; empty unless the type is an enumeration.</summary>
    public IReadOnlyList<string> Choices =>
        ValueType.IsEnum ? ChoiceText.All(ValueType) : [];

    /// <summary>Value of a property that nobody sets.</summary>
    public object? Default { get; }

    internal Type? ItemType { get; }

    internal PropertyInfo Property { get; }
}
