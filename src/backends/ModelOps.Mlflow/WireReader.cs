using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Tracking;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Turns what came over the wire into the toolkit's records.</summary>
internal static class WireReader
{
    /// <summary>A registered model; null when its name is none that the toolkit can express.</summary>
    public static RegisteredModel? Model(WireModel? wire)
    {
        if (!ModelName.TryParse(Required(wire?.Name, "the name of a registered model"), out var name))
        {
            return null;
        }

        var aliases = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var alias in wire!.Aliases ?? [])
        {
            aliases[alias.Alias] = alias.Version;
        }

        return new(name, aliases) { Tags = Tags(wire.Tags) };
    }

    /// <summary>A model version.</summary>
    public static ModelVersion Version(WireVersion? wire)
    {
        var name = Required(wire?.Name, "the name of a model version");
        return new()
        {
            Model = ModelName.TryParse(name, out var model) ? model : throw Missing($"a model name that the toolkit can express, not '{VisibleText.Of(name)}'"),
            Version = wire!.Version > 0 ? wire.Version : throw Missing("the number of a model version"),
            Status = wire.Status switch
            {
                // READY is the protocol's default for a field left out.
                null or "" or "READY" => VersionStatus.Ready,
                "FAILED_REGISTRATION" => VersionStatus.Failed,
                _ => VersionStatus.Pending,
            },
            StatusMessage = wire.StatusMessage ?? "",
            Description = wire.Description ?? "",
            Source = wire.Source ?? "",
            RunId = string.IsNullOrEmpty(wire.RunId) ? null : wire.RunId,
            CreatedAt = EpochTime.Of(wire.CreationTimestamp),
            Tags = Tags(wire.Tags),
        };
    }

    /// <summary>A run.</summary>
    public static Run Run(WireRun? wire)
    {
        var info = wire?.Info ?? throw Missing("a run");
        return new()
        {
            Id = Required(info.RunId ?? info.RunUuid, "the ID of a run"),
            ExperimentId = Required(info.ExperimentId, "the experiment of a run"),
            Name = info.RunName ?? "",
            Status = info.Status switch
            {
                "SCHEDULED" => RunStatus.Scheduled,
                "FINISHED" => RunStatus.Finished,
                "FAILED" => RunStatus.Failed,
                "KILLED" => RunStatus.Killed,
                _ => RunStatus.Running,
            },
            IsDeleted = IsDeleted(info.LifecycleStage),
            StartedAt = EpochTime.Of(info.StartTime),
            EndedAt = info.EndTime is > 0 and var end ? EpochTime.Of(end) : null,
            ArtifactUri = info.ArtifactUri ?? "",
            Tags = Tags(wire.Data?.Tags),
            Metrics = Metrics(wire.Data?.Metrics),
            Parameters = Tags(wire.Data?.Params),
        };
    }

    /// <summary>An experiment; null when it is deleted.</summary>
    public static Experiment? Experiment(WireExperiment? wire) =>
        IsDeleted(wire?.LifecycleStage)
            ? null
            : new(Required(wire?.ExperimentId, "the ID of an experiment"), wire!.Name ?? "", Tags(wire.Tags));

    /// <summary>A field that must be there.</summary>
    /// <exception cref="ModelOpsException">It is not (MOP2005).</exception>
    public static string Required(string? value, string what) => string.IsNullOrEmpty(value) ? throw Missing(what) : value;

    private static bool IsDeleted(string? stage) => string.Equals(stage, "deleted", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Tags(IReadOnlyList<WireTag>? tags)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            result[tag.Key ?? ""] = tag.Value ?? "";
        }

        return result;
    }

    private static Dictionary<string, double> Metrics(IReadOnlyList<WireMetric>? metrics)
    {
        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in metrics ?? [])
        {
            result[metric.Key ?? ""] = metric.Value;
        }

        return result;
    }

    private static ModelOpsException Missing(string what) => new(
        ExitCode.RemoteFailure,
        RegistryDiagnostics.UnexpectedAnswer.At($"An answer of the catalog lacks {what}."),
        new MlflowCallException("", mayHaveHappened: true));
}
