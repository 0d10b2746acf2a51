using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Writes numbers with a fraction as Python does: with a point where they are whole, and as text where JSON has no word for them.</summary>
internal sealed class PythonFloatConverter : JsonConverter<double>
{
    /// <inheritdoc />
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteRawValue(PythonFloat.Format(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
