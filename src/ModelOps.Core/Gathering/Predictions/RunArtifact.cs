using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Takes a file of predictions from the artifacts of a run.</summary>
internal static class RunArtifact
{
    /// <summary>Copies the first artifact of a path that one of the runs has.</summary>
    /// <param name="catalog">Where the runs are.</param>
    /// <param name="runs">Runs that are asked, in order.</param>
    /// <param name="path">Path of the artifact.</param>
    /// <param name="target">Full path of the copy.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <exception cref="ModelOpsException">The path leaves the artifacts (MOP2009), no run has it, or it is too large.</exception>
    public static async Task DownloadAsync(ICatalog catalog, IReadOnlyList<Run> runs, string path, string target, CancellationToken cancellationToken)
    {
        if (!SafeRelativePath.TryValidate(path, out var problem))
        {
            throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsafeLocation.At($"evaluation.artifact: '{path}' {problem}."));
        }

        ModelOpsException? last = null;
        foreach (var run in runs)
        {
            try
            {
                await using var source = await catalog.Artifacts.OpenReadAsync(run.ArtifactUri, path, cancellationToken);
                if (await CheckedFile.CopyAsync(source, target, PredictionFiles.MaxBytes, cancellationToken) is null)
                {
                    throw new ModelOpsException(ExitCode.BadInput, EvaluationDiagnostics.TooLarge.At(
                        $"The artifact '{path}' of run {run.Id} has more than {PredictionFiles.MaxBytes / 1024 / 1024} MiB."));
                }

                return;
            }
            catch (ModelOpsException failure) when (failure.Diagnostics[0].Descriptor != EvaluationDiagnostics.TooLarge)
            {
                File.Delete(target);
                last = failure;
            }
        }

        throw last ?? new ModelOpsException(ExitCode.CouldNotRun, EvaluationDiagnostics.NoEvaluation.At(
            $"evaluation.artifact names '{path}', but the model belongs to no run whose artifacts could have it."));
    }
}
