using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Tracking;

/// <summary>MLflow's limits of metrics and parameters (mlflow/utils/validation.py), for stores that keep them; asked before anything is written.</summary>
internal static class RunLogLimits
{
    /// <summary>Longest value of a parameter. A server would cut a longer one silently.</summary>
    public const int MaxParameterValue = 6_000;

    private const int MaxShown = 5;

    /// <summary>Refuses metrics whose names or times a server would not take.</summary>
    public static void Require(IReadOnlyList<LoggedMetric> metrics) => Throw(
        metrics.Where(metric => !Tag.IsKey(metric.Name)).Select(metric => $"The name '{metric.Name}' of a metric is refused: {Expected}.")
            .Concat(metrics.Where(metric => metric.Time < DateTimeOffset.UnixEpoch).Select(metric => $"The time {metric.Time:u} of metric '{metric.Name}' is before 1970.")));

    /// <summary>Refuses parameters whose names or values a server would not take, and a name that is there twice.</summary>
    public static void Require(IReadOnlyList<Parameter> parameters) => Throw(
    [
        .. parameters.Where(parameter => !Tag.IsKey(parameter.Name)).Select(parameter => $"The name '{parameter.Name}' of a parameter is refused: {Expected}."),
        .. parameters.Where(parameter => parameter.Value.Length > MaxParameterValue)
            .Select(parameter => $"The value of parameter '{parameter.Name}' has {parameter.Value.Length} characters; the limit is {MaxParameterValue}."),
        .. parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => $"The parameter '{group.Key}' is there twice."),
    ]);

    private static string Expected => "expected at most 250 letters, digits, '_', '-', '.', '/', ':' and inner spaces, and no empty part between slashes";

    private static void Throw(IEnumerable<string> problems)
    {
        var found = problems.Take(MaxShown).Select(text => RegistryDiagnostics.ServerError.At(text)).ToList();
        if (found.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, found);
        }
    }
}
