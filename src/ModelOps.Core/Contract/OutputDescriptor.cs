using System.Reflection;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Contract;

/// <summary>What a front needs to know of one output.</summary>
public sealed class OutputDescriptor
{
    internal OutputDescriptor(PropertyInfo property, OutputAttribute attribute)
    {
        Property = property;
        Name = new InputName(property.Name);
        Description = attribute.Description;
        IsHeadline = attribute.IsHeadline;
        IsAnswer = attribute.IsAnswer;
        Details = attribute.Details;
    }

    /// <summary>Spellings of the name.</summary>
    public InputName Name { get; }

    /// <summary>What the output is, in one sentence.</summary>
    public string Description { get; }

    /// <summary>Type of the value on the result record.</summary>
    public Type ValueType => Property.PropertyType;

    /// <summary>Whether the value is a list of records, which hosts get as JSON text and people as a table.</summary>
    public bool IsTable => InputTypes.ItemTypeOf(ValueType) is { IsPrimitive: false } item && item != typeof(string);

    /// <summary>Whether people find the output in the verdict, which is the last that they read.</summary>
    public bool IsHeadline { get; }

    /// <summary>Whether the output is all that a pipe gets.</summary>
    public bool IsAnswer { get; }

    internal IReadOnlyList<string> Details { get; }

    internal PropertyInfo Property { get; }

    /// <summary>Reads the value from a result.</summary>
    /// <param name="result">A result record of the verb.</param>
    public object? ValueIn(object result) => Property.GetValue(result);
}
