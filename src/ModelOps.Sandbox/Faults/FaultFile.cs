using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using ModelOps.Sandbox.InputFiles;

namespace ModelOps.Sandbox.Faults;

/// <summary>Reads the rules of a file for <c>--faults</c>.</summary>
internal static class FaultFile
{
    private const string Before = "before";
    private const string Afterwards = "after";

    // What each kind of fault takes besides the keys that every rule has.
    private static readonly Dictionary<string, (FaultKind Kind, string[] Keys)> Kinds = new(StringComparer.Ordinal)
    {
        ["latency"] = (FaultKind.Latency, ["milliseconds"]),
        ["status"] = (FaultKind.Status, ["status", "when", "retry_after"]),
        ["drop"] = (FaultKind.Drop, ["when"]),
        ["slow_answer"] = (FaultKind.SlowAnswer, ["bytes_per_second"]),
        ["slow_ready"] = (FaultKind.SlowReady, ["seconds"]),
    };

    private static readonly string[] Common = ["method", "path", "after", "times", "every", "probability", "fault"];

    /// <summary>Reads a file.</summary>
    /// <returns>One counter for each rule, in the order of the file.</returns>
    /// <exception cref="ModelOpsException">The file has problems (MOP5151): all of them.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<FaultCounter> Read(string path)
    {
        var problems = new List<Diagnostic>();
        var counters = SafeYaml.LoadFile(path, SandboxDiagnostics.InvalidFaults, problems) is { } source
            ? Read(new InputFile(source, SandboxDiagnostics.InvalidFaults, problems), source)
            : [];
        return problems.Count == 0 ? counters : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    private static IReadOnlyList<FaultCounter> Read(InputFile file, YamlSource source)
    {
        if (InputRecord.Of(file, source.Root, "seed", "rules") is not { } root)
        {
            return [];
        }

        var seed = root.Integer("seed", 0) ?? 0;
        var rules = root.Records("rules", [.. Common, .. Kinds.Values.SelectMany(kind => kind.Keys).Distinct()]);
        return [.. rules.Select((rule, index) => new FaultCounter(ReadRule(rule), seed + index))];
    }

    private static FaultRule ReadRule(InputRecord record)
    {
        var path = record.Require("path");
        record.Require("fault");
        if (record.Choice("fault", [.. Kinds.Keys]) is not { } name)
        {
            return new() { Path = path, Kind = FaultKind.Latency };
        }

        var (kind, keys) = Kinds[name];
        foreach (var foreign in Kinds.Values.SelectMany(other => other.Keys).Distinct().Except(keys).Where(record.Has))
        {
            record.Report(foreign, $"'{foreign}' has no meaning for the fault '{name}'.");
        }

        return new()
        {
            Method = record.Choice("method", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
            Path = path,
            After = record.Integer("after", 0) ?? 0,
            Times = record.Integer("times", 1),
            Every = record.Integer("every", 1) ?? 1,
            Probability = record.Number("probability", 0, 1) ?? 1,
            Kind = kind,
            IsAfterwards = record.Choice("when", Before, Afterwards) == Afterwards,
            Status = record.Choice("status", "429", "500", "503") is { } status ? int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) : 503,
            RetryAfter = record.Integer("retry_after", 0),
            Delay = kind == FaultKind.Latency
                ? TimeSpan.FromMilliseconds(RequireNumber(record, "milliseconds", 600_000))
                : TimeSpan.FromSeconds(kind == FaultKind.SlowReady ? RequireNumber(record, "seconds", 86_400) : 0),
            BytesPerSecond = kind == FaultKind.SlowAnswer ? (int)Math.Max(1, RequireNumber(record, "bytes_per_second", int.MaxValue)) : 1,
        };
    }

    private static double RequireNumber(InputRecord record, string key, double limit)
    {
        record.Require(key);
        return record.Number(key, 0, limit) ?? 0;
    }
}
