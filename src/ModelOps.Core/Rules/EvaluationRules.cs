using ModelOps.Core.Configuration;
using ModelOps.Core.Judging;
using ModelOps.Core.Sections;
using ModelOps.Evaluation;

namespace ModelOps.Core.Rules;

/// <summary>What must hold in the section <c>evaluation</c> of a model in modelops.yml.</summary>
internal static class EvaluationRules
{
    private const string Data = "data";
    private static readonly string[] Formats = ["csv", "jsonl"];
    private static readonly string[] Placeholders = ["model", "predictions", Data, "metrics"];

    public static void Check(ModelSection model, SectionPlace place)
    {
        if (model.Evaluation is not { } evaluation || place.Find("evaluation") is not { } section)
        {
            return;
        }

        CheckSource(evaluation, section);
        CommandRules.CheckPath(section, "directory", evaluation.Directory);
        CommandRules.CheckPath(section, Data, evaluation.Data);
        CommandRules.CheckNames(section, evaluation.PassEnvironment);
        if (!Formats.Contains(evaluation.Format, StringComparer.Ordinal))
        {
            section.Invalid("format", $"Expected one of {string.Join(", ", Formats)}, found '{evaluation.Format}'.");
        }

        if (section.Find("columns") is { } columns)
        {
            CheckColumns(evaluation, columns);
        }
    }

    private static void CheckSource(EvaluationSection evaluation, SectionPlace section)
    {
        // With neither, files of predictions are read by these columns, and metrics of the run have limits.
        if (evaluation.Run is not null && evaluation.Artifact is not null)
        {
            section.Invalid("artifact", "evaluation has both run and artifact: predictions are made by a command, or are there already.");
        }

        if (evaluation.Artifact is { } artifact)
        {
            CommandRules.CheckInnerPath(section, "artifact", artifact, "the run's artifacts");
        }

        if (evaluation.Run is not { } run)
        {
            return;
        }

        var used = CommandRules.CheckCommand(section, run, Placeholders);
        if (used.Contains(Data) && evaluation.Data is null)
        {
            section.Invalid("run", "The command has {data}, and evaluation has no data.");
        }
    }

    private static void CheckColumns(EvaluationSection evaluation, SectionPlace section)
    {
        foreach (var (key, message) in ColumnRules.Find(ColumnChoice.Of(evaluation)))
        {
            section.Invalid(key, message);
        }
    }
}
