using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using ModelOps.Sandbox.InputFiles;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Reads a file for <c>--seed</c>.</summary>
internal static class SeedFile
{
    private static readonly string[] RunKeys = ["name", "status", "metrics", "params", "tags"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelOpsException">The file has problems (MOP5150): all of them.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Seed Read(string path)
    {
        var problems = new List<Diagnostic>();
        var seed = SafeYaml.LoadFile(path, SandboxDiagnostics.InvalidSeed, problems) is { } source
            && InputRecord.Of(new(source, SandboxDiagnostics.InvalidSeed, problems), source.Root, "models", "experiments") is { } root
            ? new Seed(
                [.. root.Records("models", "name", "description", "tags", "versions", "aliases").Select(ReadModel)],
                [.. root.Records("experiments", "name", "tags", "runs", "traces", "datasets", "scorers", "issues").Select(ReadExperiment)])
            : new Seed([], []);
        return problems.Count == 0 ? seed : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    private static SeedModel ReadModel(InputRecord record)
    {
        var versions = record.Records("versions", "source", "directory", "description", "stage", "tags", "run").Select(ReadVersion).ToList();
        return new(record.Require("name"), record.Text("description") ?? "", record.Map("tags"), versions, ReadAliases(record, versions.Count), record.Span);
    }

    private static List<KeyValuePair<string, int>> ReadAliases(InputRecord record, int versions)
    {
        var aliases = new List<KeyValuePair<string, int>>();
        foreach (var (alias, text) in record.Map("aliases"))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1 && version <= versions)
            {
                aliases.Add(new(alias, version));
            }
            else
            {
                record.Report("aliases", $"Expected the number of one of the {versions} versions of the model for the alias '{alias}', found '{text}'.");
            }
        }

        return aliases;
    }

    private static SeedVersion ReadVersion(InputRecord record)
    {
        var directory = record.Text("directory") is { } relative ? Path.GetFullPath(relative, record.BaseDirectory) : null;
        if (directory is not null && !Directory.Exists(directory))
        {
            record.Report("directory", $"The directory '{directory}' does not exist.");
        }

        if (directory is not null && record.Has("source"))
        {
            record.Report("source", "A version has a source or a directory, not both.");
        }

        return new(
            record.Text("source"),
            directory,
            record.Text("description") ?? "",
            record.Choice("stage", "None", "Staging", "Production", "Archived"),
            record.Map("tags"),
            record.Record("run", RunKeys) is { } run ? ReadRun(run) : null,
            record.Span);
    }

    private static SeedExperiment ReadExperiment(InputRecord record)
    {
        var runs = record.Records("runs", RunKeys);
        foreach (var run in runs)
        {
            run.Require("name");
        }

        return new(record.Require("name"), record.Map("tags"), [.. runs.Select(ReadRun)], record.Span)
        {
            Datasets = SeedEvaluations.ReadDatasets(record),
            Scorers = SeedEvaluations.ReadScorers(record),
            Issues = SeedEvaluations.ReadIssues(record),
            Traces = [.. record.Records("traces", "name", "status", "metadata", "tags").Select(ReadTrace)],
        };
    }

    private static SeedTrace ReadTrace(InputRecord record) => new(
        record.Require("name"), record.Choice("status", "OK", "ERROR", "IN_PROGRESS") ?? "OK", record.Map("metadata"), record.Map("tags"), record.Span);

    private static SeedRun ReadRun(InputRecord record) => new(
        record.Text("name") ?? "seed",
        record.Choice("status", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED") ?? "FINISHED",
        ReadMetrics(record),
        record.Map("params"),
        record.Map("tags"),
        record.Span);

    private static List<KeyValuePair<string, double>> ReadMetrics(InputRecord record)
    {
        var metrics = new List<KeyValuePair<string, double>>();
        foreach (var (key, text) in record.Map("metrics"))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                metrics.Add(new(key, value));
            }
            else
            {
                record.Report("metrics", $"Expected a number for the metric '{key}', found '{text}'.");
            }
        }

        return metrics;
    }
}
