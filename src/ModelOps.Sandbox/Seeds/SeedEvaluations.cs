using System.Text.Json.Nodes;
using ModelOps.Sandbox.InputFiles;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Reads what a seed says of the evaluation of an experiment.</summary>
internal static class SeedEvaluations
{
    /// <summary>Evaluation datasets of an experiment.</summary>
    public static IReadOnlyList<SeedDataset> ReadDatasets(InputRecord experiment) =>
        [.. experiment.Records("datasets", "name", "tags", "records").Select(ReadDataset)];

    /// <summary>Scorers of an experiment.</summary>
    public static IReadOnlyList<SeedScorer> ReadScorers(InputRecord experiment) =>
        [.. experiment.Records("scorers", "name", "definition").Select(ReadScorer)];

    /// <summary>Issues of an experiment.</summary>
    public static IReadOnlyList<SeedIssue> ReadIssues(InputRecord experiment) =>
    [
        .. experiment.Records("issues", "name", "description", "status", "severity").Select(record => new SeedIssue(
            record.Require("name"),
            record.Require("description"),
            record.Choice("status", "pending", "rejected", "resolved"),
            record.Choice("severity", "not_an_issue", "low", "medium", "high"),
            record.Span)),
    ];

    private static SeedDataset ReadDataset(InputRecord record)
    {
        var records = record.Json("records");
        if (records is not null && (records is not JsonArray list || !list.All(item => item is JsonObject one && one["inputs"] is JsonObject)))
        {
            record.Report("records", "Expected a list of records for 'records', each with 'inputs' of keys and values.");
        }

        return new(record.Require("name"), record.Map("tags"), records, record.Span);
    }

    private static SeedScorer ReadScorer(InputRecord record)
    {
        var definition = record.Json("definition") ?? new JsonObject();
        if (definition is not JsonObject)
        {
            record.Report("definition", "Expected keys and values for 'definition'.");
        }

        return new(record.Require("name"), definition, record.Span);
    }
}
