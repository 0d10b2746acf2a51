using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Runs;

/// <summary>Values of metrics as they are sent.</summary>
internal static class LoggedMetric
{
    /// <summary>Reads a value.</summary>
    /// <param name="sent">The message.</param>
    /// <param name="path">Where it was sent, such as <c>metrics[0].</c>; empty for one that was sent by itself.</param>
    /// <param name="behavior">The release; logged models came with 3.</param>
    /// <exception cref="MlflowFault">The name or the time is refused.</exception>
    public static MetricValue Parse(Message sent, string path, Behavior behavior)
    {
        var (key, value, timestamp) = (sent.Text("key"), sent.Number("value"), sent.Integer("timestamp"));
        EntityNames.Check(key, path + "name");
        if (timestamp < 0)
        {
            throw MlflowFault.Invalid(
                $"Invalid value {timestamp} for parameter '{path}timestamp' supplied: metric '{key}' (value={Show(value)}). "
                + "Timestamp must be a nonnegative long (64-bit integer) ");
        }

        TextLimit.Check("Metric name", TextLimit.Key, key);
        var metric = new MetricValue
        {
            Key = key,
            Value = double.IsNaN(value) ? 0 : Math.Clamp(value, double.MinValue, double.MaxValue),
            IsNaN = double.IsNaN(value),
            Timestamp = timestamp,
            Step = sent.Integer("step"),
        };
        return behavior == Behavior.Mlflow2 ? metric : metric with
        {
            ModelId = sent.Text("model_id").NullIfEmpty(),
            DatasetName = sent.Text("dataset_name").NullIfEmpty(),
            DatasetDigest = sent.Text("dataset_digest").NullIfEmpty(),
        };
    }

    /// <summary>Refuses half a dataset.</summary>
    public static void CheckDataset(Message sent, Behavior behavior)
    {
        if (behavior != Behavior.Mlflow2 && (sent.Text("dataset_name").Length == 0) != (sent.Text("dataset_digest").Length == 0))
        {
            throw MlflowFault.Invalid("Both dataset_name and dataset_digest must be provided if one is provided");
        }
    }

    private static string Show(double value)
    {
        var text = value.ToString("r", CultureInfo.InvariantCulture).ToLowerInvariant();
        return double.IsInteger(value) && !text.Contains('e', StringComparison.Ordinal) ? text + ".0" : text;
    }
}
