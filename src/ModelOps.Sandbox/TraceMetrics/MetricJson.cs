using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>Writes metrics.</summary>
internal static class MetricJson
{
    /// <summary>An answer with the values of groups.</summary>
    public static Answer Show(MetricQuery query, IReadOnlyList<MetricPoint> points) => points.Count == 0 ? Answer.Empty : new(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("data_points");
        foreach (var point in points)
        {
            Write(writer, query, point);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, MetricQuery query, MetricPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("metric_name", query.Metric);
        if (point.Dimensions.Count > 0)
        {
            writer.WriteStartObject("dimensions");
            foreach (var dimension in point.Dimensions)
            {
                writer.WriteString(dimension.Key, dimension.Value);
            }

            writer.WriteEndObject();
        }

        writer.WriteStartObject("values");
        foreach (var (label, value) in query.Labels.Zip(point.Values).Where(pair => pair.Second is not null))
        {
            writer.WritePropertyName(label);
            writer.WriteRawValue(PythonFloat.Format(value!.Value));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
