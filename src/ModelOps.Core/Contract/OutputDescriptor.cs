using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Contract;

/// <summary>What a front needs to know of one output.</summary>
public sealed class OutputDescriptor
{
    private readonly JsonSerializerOptions _json;

    internal OutputDescriptor(PropertyInfo property, OutputAttribute attribute, JsonSerializerOptions json)
    {
        _json = json;
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

    /// <summary>Writes the value from a result as the text that build hosts carry.</summary>
    /// <param name="result">A result record of the verb.</param>
    /// <returns>Plain text for a simple value (a time in ISO 8601, UTC), JSON for a list or record, an empty text for null.</returns>
    public string TextIn(object result) => ValueIn(result) switch
    {
        IEnumerable value and not string => ValueJson.Print(value, _json.GetTypeInfo(ValueType)),
        var value => OutputText.Of(value),
    };

    /// <summary>The value from a result as JSON; null for null.</summary>
    internal JsonNode? NodeIn(object result) => JsonSerializer.SerializeToNode(ValueIn(result), _json.GetTypeInfo(ValueType));

    /// <summary>Properties of the rows of a table, in the order of declaration.</summary>
    internal IList<JsonPropertyInfo> RowProperties() => _json.GetTypeInfo(InputTypes.ItemTypeOf(ValueType)!).Properties;
}
