using System.Globalization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>A value of a metric that is to be logged.</summary>
internal sealed record LoggedMetric
{
    public required string Key { get; init; }

    /// <summary>The value as it is kept: zero for no number, the largest number for infinity.</summary>
    public required double Value { get; init; }

    public required bool IsNaN { get; init; }

    public required long Timestamp { get; init; }

    public required long Step { get; init; }

    /// <summary>The logged model that was measured; null when none was named.</summary>
    public string? ModelId { get; init; }

    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }

    /// <summary>Reads a value.</summary>
    /// <param name="sent">The message.</param>
    /// <param name="path">Where it was sent, such as <c>metrics[0].</c>; empty for one that was sent by itself.</param>
    /// <param name="behavior">The release; logged models came with 3.</param>
    /// <exception cref="MlflowFault">The name or the time is refused.</exception>
    public static LoggedMetric Parse(Message sent, string path, Behavior behavior)
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
        var metric = new LoggedMetric
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

    /// <summary>Whether the value comes after another one of the same metric: by step, then time, then value.</summary>
    public bool IsAfter(LoggedMetric other) => (Step, Timestamp, Value).CompareTo((other.Step, other.Timestamp, other.Value)) > 0;

    private static string Show(double value)
    {
        var text = value.ToString("r", CultureInfo.InvariantCulture).ToLowerInvariant();
        return double.IsInteger(value) && !text.Contains('e', StringComparison.Ordinal) ? text + ".0" : text;
    }
}
