using ModelOps.Core.Sections;

namespace ModelOps.Core.Gates.Runtime;

/// <summary>What must hold in the section <c>gates.runtime</c> of modelops.yml.</summary>
internal static class RuntimeRules
{
    private const int MostRepeats = 1_000_000;
    private static readonly string[] Placeholders = ["model"];

    public static void Check(RuntimeGateSection runtime, SectionPlace place)
    {
        (string Key, double? Limit)[] times =
        [
            ("max_load_seconds", runtime.MaxLoadSeconds), ("max_p50_ms", runtime.MaxP50Ms),
            ("max_p95_ms", runtime.MaxP95Ms), ("max_p99_ms", runtime.MaxP99Ms),
        ];
        var limited = times.Where(time => time.Limit is not null).Select(time => time.Key).ToList();
        foreach (var (key, limit) in times.Append(("max_size_mb", runtime.MaxSizeMb)))
        {
            place.NotNegative(key, limit);
        }

        if (limited.Count == 0 && (runtime.Run is not null || runtime.MaxSizeMb is null))
        {
            place.Misconfigured("run", $"runtime has nothing to judge: add {(runtime.Run is null ? "max_size_mb, or run with one of" : "one of")} {string.Join(", ", times.Select(time => time.Key))}.");
        }

        if (limited.Count > 0 && runtime.Run is null)
        {
            place.Misconfigured(limited[0], $"{limited[0]} cannot be measured: add run, a scoring command.");
        }

        if (runtime.Run is not null && runtime.Requests is null)
        {
            place.Misconfigured("run", "The scoring command gets nothing to answer: add requests, a file with a request a line.");
        }

        CheckScoring(runtime, place);
    }

    private static void CheckScoring(RuntimeGateSection runtime, SectionPlace place)
    {
        if (runtime.Run is { } run)
        {
            CommandRules.CheckCommand(place, run, Placeholders);
        }

        if (runtime.Repeat is < 1 or > MostRepeats)
        {
            place.Invalid("repeat", $"The requests are sent at least once, and at most {MostRepeats} times.");
        }

        CommandRules.CheckPath(place, "directory", runtime.Directory);
        CommandRules.CheckPath(place, "requests", runtime.Requests);
        CommandRules.CheckNames(place, runtime.PassEnvironment);
    }
}
