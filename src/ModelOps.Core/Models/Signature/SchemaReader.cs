using System.Globalization;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Models.Signature;

/// <summary>Reads one JSON text of a signature; every problem is reported at its own place.</summary>
internal sealed class SchemaReader(JsonSource source, string part, List<Diagnostic> problems)
{
    private readonly DataTypeReader _types = new(source, part, problems);

    public SignatureSchema ReadSchema(JsonTree list)
    {
        var columns = new List<ColumnSpec>();
        var tensors = new List<TensorSpec>();
        foreach (var item in Objects(list))
        {
            if (item.Find("type")?.Text == "tensor")
            {
                tensors.Add(ReadTensor(item));
            }
            else
            {
                columns.Add(new(_types.Name(item, isRequired: false), _types.Read(item), _types.IsRequired(item)));
            }
        }

        CheckNames(list, [.. columns.Select(column => column.Name)], columns.Count > 0 && tensors.Count > 0);
        CheckNames(list, [.. tensors.Select(tensor => tensor.Name)], false);
        if (tensors.Count > 1 && tensors.Exists(tensor => tensor.Name is null))
        {
            Report("more than one tensor, so every one needs a name", list);
        }

        return new(columns, tensors);
    }

    public IReadOnlyList<ParamSpec> ReadParams(JsonTree list)
    {
        var parameters = new List<ParamSpec>();
        foreach (var item in Objects(list))
        {
            // MLflow before 2.9 wrote dtype.
            var type = _types.Read(item, item.Find("type") is null && item.Find("dtype") is not null ? "dtype" : "type");
            var spec = new ParamSpec(_types.Name(item, isRequired: true) ?? "", IsList(item) ? new DataType.Array(type) : type);
            if (item.Find("default") is { } value && ValueFit.FindMisfit(value, spec.Type) is var (place, problem))
            {
                Report($"the default of '{spec.Name}' does not have its type: {problem}", place);
            }

            parameters.Add(spec);
        }

        CheckNames(list, [.. parameters.Select(parameter => parameter.Name)], false);
        return parameters;
    }

    private bool IsList(JsonTree parameter)
    {
        if (parameter.Find("shape") is not { } shape)
        {
            return false;
        }

        if (shape.Kind != JsonValueKind.Array || shape.Items is not [{ Text: "-1" }])
        {
            Report("the shape of a parameter is null or [-1]", shape);
        }

        return true;
    }

    private TensorSpec ReadTensor(JsonTree item)
    {
        var spec = item.Find("tensor-spec");
        var dtype = spec?.Find("dtype");
        var shape = spec?.Find("shape");
        if (dtype is not { Kind: JsonValueKind.String } || !TensorType.IsKnown(dtype.Text))
        {
            Report($"expected a NumPy type under tensor-spec.dtype, found {dtype?.Describe() ?? "nothing"}", dtype ?? item);
        }

        var sizes = new List<int>();
        foreach (var size in shape?.Items ?? [])
        {
            if (!int.TryParse(size.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < -1)
            {
                Report($"a dimension is a whole number, -1 when it is free; found {size.Describe()}", size);
            }

            sizes.Add(number);
        }

        if (shape is not { Kind: JsonValueKind.Array })
        {
            Report($"expected a list under tensor-spec.shape, found {shape?.Describe() ?? "nothing"}", shape ?? item);
        }

        return new(_types.Name(item, isRequired: false), dtype?.Text ?? "", sizes);
    }

    private IEnumerable<JsonTree> Objects(JsonTree list)
    {
        if (list.Kind != JsonValueKind.Array)
        {
            Report($"expected a list, found {list.Describe()}", list);
        }

        foreach (var item in list.Items)
        {
            if (item.Kind == JsonValueKind.Object)
            {
                yield return item;
            }
            else
            {
                Report($"expected an object, found {item.Describe()}", item);
            }
        }
    }

    private void CheckNames(JsonTree list, IReadOnlyList<string?> names, bool isMixed)
    {
        if (isMixed)
        {
            Report("columns and tensors do not go together", list);
        }

        if (names.Any(name => name is null) && names.Any(name => name is not null))
        {
            Report("either all or none have a name", list);
        }

        foreach (var name in names.OfType<string>().GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Report($"the name '{name.Key}' is there twice", list);
        }
    }

    private void Report(string problem, JsonTree place) =>
        problems.Add(ModelDiagnostics.SignatureMalformed.At($"signature.{part}: {problem}.", source.At(place)));
}
