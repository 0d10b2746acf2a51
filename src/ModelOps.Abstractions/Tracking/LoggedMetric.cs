namespace ModelOps.Abstractions.Tracking;

/// <summary>A value of a metric that is logged to a run.</summary>
/// <param name="Name">Name; has the form of a <see cref="Tag.Key"/>.</param>
/// <param name="Value">Value; not a number and infinity are possible, the latter is kept as the largest number.</param>
/// <param name="Time">When it was measured, to the millisecond.</param>
/// <param name="Step">Step of a training; 0 where there are none.</param>
public sealed record LoggedMetric(string Name, double Value, DateTimeOffset Time, long Step = 0);
