namespace ModelOps.Store.Rows;

/// <summary>A value of a metric that is to be logged.</summary>
internal sealed record MetricValue
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

    /// <summary>Whether the value comes after another one of the same metric: by step, then time, then value.</summary>
    public bool IsAfter(MetricValue other) => (Step, Timestamp, Value).CompareTo((other.Step, other.Timestamp, other.Value)) > 0;
}
