using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>
/// Whether one type can stand for another: for inputs when all that the old one took is still taken, for outputs when all that is given is
/// what the old one promised.
/// </summary>
/// <param name="conversions">What MLflow converts without loss where values are taken.</param>
/// <param name="isOutput">Whether it is callers who take: they ignore a property that they do not know, and miss one that they do.</param>
internal sealed class TypeChange(ScalarConversions conversions, bool isOutput = false)
{
    /// <summary>Columns as MLflow enforces them when a model is called.</summary>
    public static TypeChange OfInputs { get; } = new(ScalarConversions.OfColumns);

    /// <summary>Parameters of inference, for which MLflow converts more.</summary>
    public static TypeChange OfParams { get; } = new(ScalarConversions.OfParams);

    /// <summary>Outputs, which nobody converts.</summary>
    public static TypeChange OfOutputs { get; } = new(ScalarConversions.None, isOutput: true);

    /// <summary>What a caller of the old type meets, with the path of properties to it; null when nothing.</summary>
    /// <param name="given">What comes in: of callers for inputs, of the new model for outputs.</param>
    /// <param name="taken">What has to take it.</param>
    public string? FindMisfit(DataType given, DataType taken) => (given, taken) switch
    {
        (_, DataType.Any) => null,
        (DataType.Scalar from, DataType.Scalar to) => from.Kind == to.Kind || conversions.Has(from.Kind, to.Kind) ? null : Differs(given, taken),
        (DataType.Array from, DataType.Array to) => In("items", FindMisfit(from.Items, to.Items)),
        (DataType.Map from, DataType.Map to) => In("values", FindMisfit(from.Values, to.Values)),
        (DataType.Object from, DataType.Object to) => FindMisfit(from, to),
        (DataType.SparkVector, DataType.SparkVector) => null,
        _ => Differs(given, taken),
    };

    // MLflow refuses an object with a property that the signature does not have.
    private string? FindMisfit(DataType.Object given, DataType.Object taken)
    {
        foreach (var property in taken.Properties)
        {
            var found = given.Properties.FirstOrDefault(candidate => candidate.Name == property.Name);
            if (found is null ? property.Required || isOutput : property.Required && !found.Required)
            {
                return $"the property '{GateText.Name(property.Name)}' {(found is null ? "is not given" : "may be missing")}";
            }

            if (found is not null && FindMisfit(found.Type, property.Type) is { } misfit)
            {
                return In($"property '{GateText.Name(property.Name)}'", misfit);
            }
        }

        var unknown = isOutput
            ? null
            : given.Properties.FirstOrDefault(property => taken.Properties.All(known => known.Name != property.Name));
        return unknown is null ? null : $"the property '{GateText.Name(unknown.Name)}' is refused";
    }

    private static string? In(string part, string? misfit) => misfit is null ? null : $"{part}: {misfit}";

    private static string Differs(DataType given, DataType taken) => $"{TypeNames.Of(given)} cannot stand for {TypeNames.Of(taken)}";
}
