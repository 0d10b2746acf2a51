using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Configuration.Gates;
using ModelOps.Core.Gates.Metadata;
using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Rules;

/// <summary>What must hold in the section <c>gates</c> of a model in modelops.yml: a gate that could never judge is no gate.</summary>
internal static class GateRules
{
    private const string InModel = "model:";
    private const int MostRepeats = 1_000_000;
    private static readonly string[] Placeholders = ["model"];

    public static void Check(ModelSection model, SectionPlace place, IReadOnlyList<string> environments)
    {
        if (place.Find("gates") is not { } gates)
        {
            return;
        }

        var judging = new JudgingRules(model.Evaluation, gates);
        judging.Check(model.Gates);
        if (gates.Find("champion") is { } champion)
        {
            new ChampionRules(model.Evaluation, champion).Check(model.Gates, judging);
            CheckEnvironment(model.Gates.Champion.Environment, champion, environments);
        }

        CheckMetadata(model.Gates.Metadata, gates.Find("metadata"));
        CheckRuntime(model.Gates.Runtime, gates.Find("runtime"));
        CheckData(model.Gates.Data, gates.Find("data"));
        CheckVerify(model.Gates.Verify, gates.Find("verify"));
    }

    private static void CheckEnvironment(string? name, SectionPlace place, IReadOnlyList<string> environments)
    {
        if (name is not null && !environments.Contains(name, StringComparer.Ordinal))
        {
            place.Unknown("environment", ConfigurationDiagnostics.UnknownEnvironment, $"The champion is looked for in the environment '{name}'.{Suggestion.Hint(name, environments)}");
        }
    }

    private static void CheckMetadata(MetadataGateSection metadata, SectionPlace? place)
    {
        if (place is null)
        {
            return;
        }

        foreach (var (key, pattern) in metadata.Tags)
        {
            if (!TagPattern.TryValidate(pattern, out var problem))
            {
                place.Invalid("tags", $"The pattern of the tag '{key}' cannot be used: {problem}.");
            }
        }

        if (metadata.Sections.Count > 0 && metadata.ModelCard is null)
        {
            place.Misconfigured("sections", "sections are headings of the model card: add model_card.");
        }

        if (metadata.Sections.Any(section => CardReader.Plain(section).Length == 0))
        {
            place.Invalid("sections", "A heading is empty.");
        }

        if (metadata.ModelCard is { } card)
        {
            var isInModel = card.StartsWith(InModel, StringComparison.Ordinal);
            CommandRules.CheckInnerPath(place, "model_card", isInModel ? card[InModel.Length..] : card, isInModel ? "the model directory" : "the directory of this file");
        }
    }

    private static void CheckRuntime(RuntimeGateSection? runtime, SectionPlace? place)
    {
        if (runtime is null || place is null)
        {
            return;
        }

        (string Key, double? Limit)[] times =
        [
            ("max_load_seconds", runtime.MaxLoadSeconds), ("max_p50_ms", runtime.MaxP50Ms),
            ("max_p95_ms", runtime.MaxP95Ms), ("max_p99_ms", runtime.MaxP99Ms),
        ];
        var limited = times.Where(time => time.Limit is not null).Select(time => time.Key).ToList();
        foreach (var (key, limit) in times.Append(("max_size_mb", runtime.MaxSizeMb)))
        {
            NotNegative(place, key, limit);
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

    private static void CheckData(DataGateSection? data, SectionPlace? place)
    {
        if (data is null || place is null)
        {
            return;
        }

        if (data.MaxPsi is null && data.MaxMissing is null)
        {
            place.Misconfigured("inputs", "data has nothing to judge: add max_psi, max_missing or both.");
        }

        NotNegative(place, "max_psi", data.MaxPsi);
        if (data.MaxMissing is < 0 or > 1)
        {
            place.Invalid("max_missing", "Expected a share of the rows, from 0 to 1.");
        }

        CommandRules.CheckPath(place, "inputs", data.Inputs);
        CommandRules.CheckPath(place, "reference", data.Reference);
    }

    private static void CheckVerify(VerifySection verify, SectionPlace? place)
    {
        foreach (var (key, names) in new[] { ("required", verify.Required), ("optional", verify.Optional) })
        {
            foreach (var name in names.Where(name => !MutantCatalog.Names.Contains(name)))
            {
                place?.Misconfigured(key, $"There is no mutant '{name}'.{Suggestion.Hint(name, MutantCatalog.Names)}");
            }
        }

        foreach (var name in verify.Required.Intersect(verify.Optional, StringComparer.Ordinal))
        {
            place?.Misconfigured("optional", $"'{name}' is under required and under optional.");
        }
    }

    /// <summary>Reports a limit below 0.</summary>
    public static void NotNegative(SectionPlace place, string key, double? value)
    {
        if (value < 0)
        {
            place.Invalid(key, $"Expected 0 or more for {key}.");
        }
    }
}
