using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Sources;

/// <summary>Finds the models that a run made, as MLflow 2 and as MLflow 3 keep them.</summary>
internal static class RunModels
{
    /// <summary>Logged models first, newest first, then the directories of the artifacts that have an MLmodel.</summary>
    public static async Task<IReadOnlyList<RunModel>> FindAsync(ICatalog catalog, Run run, CancellationToken cancellationToken)
    {
        var models = await catalog.Tracking.ListLoggedModelsAsync(run, cancellationToken)
            .Select(model => new RunModel($"models:/{model.Id}", model.Name, model.ArtifactUri))
            .ToListAsync(cancellationToken);
        var files = await catalog.Artifacts.ListAsync(run.ArtifactUri, cancellationToken);
        var paths = files
            .Where(file => Path.GetFileName(file.Path) == ContentRules.ModelFile)
            .Select(file => file.Path[..^ContentRules.ModelFile.Length].TrimEnd('/'))
            .OrderBy(path => path, StringComparer.Ordinal)
            .ToList();

        // What is in the directory of a model is a part of it: MLflow keeps a copy of MLmodel in its metadata.
        models.AddRange(paths
            .Where(path => !paths.Exists(other => other != path && (other.Length == 0 || path.StartsWith(other + '/', StringComparison.Ordinal))))
            .Select(path => new RunModel(path.Length == 0 ? $"runs:/{run.Id}" : $"runs:/{run.Id}/{path}", path)));
        return models;
    }
}
