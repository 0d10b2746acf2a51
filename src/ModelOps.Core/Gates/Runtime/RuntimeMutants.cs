using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Runtime;

/// <summary>Candidates that are large or slow.</summary>
internal static class RuntimeMutants
{
    private const string Gate = "runtime";
    private const string Padding = "modelops-padding.bin";
    private const long BytesPerMiB = 1024 * 1024;

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "oversized", Gate, "the files are larger than allowed",
            "gates.runtime.max_size_mb and the files", Enlarge),
        new("slow-load", Gate, "the model loads slower than allowed", "gates.runtime.max_load_seconds and a measurement", SlowLoad),
        new("inflated-latency", Gate, "every answer takes longer than allowed", "a limit of latency under gates.runtime and a measurement", Inflate),
    ];

    private static GateCase? Enlarge(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Model.Gates.Runtime?.MaxSizeMb is not { } limit || workspace.Copy(good) is not { } copy)
        {
            return null;
        }

        copy.AddZeros(Padding, (long)(limit * BytesPerMiB) + 1);
        return copy.ReplaceIn(good);
    }

    private static GateCase? SlowLoad(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good is { Model.Gates.Runtime.MaxLoadSeconds: { } limit, Candidate.Runtime.Value: { } measured }
            ? With(good, measured with { LoadSeconds = Beyond(limit) })
            : null;

    private static GateCase? Inflate(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        var runtime = good.Model.Gates.Runtime;
        var largest = new[] { runtime?.MaxP50Ms, runtime?.MaxP95Ms, runtime?.MaxP99Ms }.Max();
        return largest is { } limit && good.Candidate.Runtime.Value is { LatenciesMs.Count: > 0 } measured
            ? With(good, measured with { LatenciesMs = [.. measured.LatenciesMs.Select(latency => latency + Beyond(limit))] })
            : null;
    }

    // A tenth beyond the limit: a gate that works sees it, and nobody can call it noise.
    private static double Beyond(double limit) => limit * 1.1;

    private static GateCase With(GateCase good, RuntimeMeasurement measurement) =>
        good with { Candidate = good.Candidate with { Runtime = new(measurement) } };
}
