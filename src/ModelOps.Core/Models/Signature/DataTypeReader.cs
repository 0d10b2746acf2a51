using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Models.Signature;

/// <summary>Reads types of columns and parameters.</summary>
internal sealed class DataTypeReader(JsonSource source, string part, List<Diagnostic> problems)
{
    private static readonly string[] Names =
        [.. Enum.GetNames<ScalarKind>().Select(name => name.ToLowerInvariant()), "array", "object", "map", "any", "sparkml_vector", "tensor"];

    /// <summary>The type that an object describes under a key.</summary>
    public DataType Read(JsonTree item, string key = "type")
    {
        var type = item.Find(key);
        return type?.Text switch
        {
            "array" => new DataType.Array(ReadNested(item, "items")),
            "map" => new DataType.Map(ReadNested(item, "values")),
            "object" => new DataType.Object(ReadProperties(item)),
            "any" => new DataType.Any(),
            "sparkml_vector" => new DataType.SparkVector(),
            { } name when FindScalar(name) is { } kind => new DataType.Scalar(kind),
            _ => Unknown(item, type),
        };
    }

    /// <summary>The name of an item; null when it has none.</summary>
    public string? Name(JsonTree item, bool isRequired)
    {
        var name = item.Find("name");
        if (name is { Kind: not (JsonValueKind.String or JsonValueKind.Number) } || (isRequired && name is null))
        {
            Report($"expected a name, found {name?.Describe() ?? "none"}", name ?? item);
        }

        return name?.Text;
    }

    /// <summary>true or false under a key.</summary>
    private bool Flag(JsonTree item, string key, bool absent)
    {
        var value = item.Find(key);
        if (value is { Kind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Report($"expected true or false for {key}, found {value.Describe()}", value);
        }

        return value is null ? absent : value.Kind == JsonValueKind.True;
    }

    /// <summary>Whether a column or property must be there. MLflow 2.4 to 2.9 wrote <c>optional</c>, later versions write <c>required</c>.</summary>
    public bool IsRequired(JsonTree item) => Flag(item, "required", absent: !Flag(item, "optional", absent: false));

    private static ScalarKind? FindScalar(string name) =>
        Enum.TryParse<ScalarKind>(name, ignoreCase: true, out var kind) && name.All(char.IsAsciiLetterLower) ? kind : null;

    private DataType ReadNested(JsonTree item, string key)
    {
        if (item.Find(key) is { Kind: JsonValueKind.Object } nested)
        {
            return Read(nested);
        }

        Report($"the type {item.Find("type")!.Text} needs an object under {key}", item.Find(key) ?? item);
        return new DataType.Any();
    }

    private List<ObjectProperty> ReadProperties(JsonTree item)
    {
        var properties = new List<ObjectProperty>();
        if (item.Find("properties") is not { Kind: JsonValueKind.Object } named)
        {
            Report("the type object needs an object under properties", item.Find("properties") ?? item);
            return properties;
        }

        foreach (var (name, value) in named.Properties)
        {
            if (value.Kind == JsonValueKind.Object)
            {
                properties.Add(new(name, Read(value), IsRequired(value)));
            }
            else
            {
                Report($"expected an object for the property '{name}', found {value.Describe()}", value);
            }
        }

        return properties;
    }

    private DataType Unknown(JsonTree item, JsonTree? type)
    {
        var hint = type?.Kind == JsonValueKind.String && Suggestion.For(type.Text, Names) is { } near ? $". Did you mean '{near}'?" : "";
        Report($"expected a type, one of {string.Join(", ", Names)}; found {type?.Describe() ?? "none"}{hint}", type ?? item);
        return new DataType.Any();
    }

    private void Report(string problem, JsonTree place) =>
        problems.Add(ModelDiagnostics.SignatureMalformed.At(
            $"signature.{part}: {problem.TrimEnd('.')}{(problem.EndsWith('?') ? "" : ".")}", source.At(place)));
}
