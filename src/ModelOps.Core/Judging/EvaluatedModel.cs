using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Judging;

/// <summary>Finds the model of modelops.yml that a call names.</summary>
internal static class EvaluatedModel
{
    /// <summary>The model; null when the call names none.</summary>
    /// <exception cref="ModelOpsException">modelops.yml lists no such model (MOP6013, exit 2).</exception>
    public static ModelSection? Find(PredictionSettings settings, VerbContext context)
    {
        if (settings.Model is not { } name)
        {
            return null;
        }

        var configuration = context.Configuration;
        var shortName = new EnvironmentResolver(context).ShortName(name);
        return configuration.Find(shortName) ?? throw new ModelOpsException(
            ExitCode.BadInput,
            configuration.File is null
                ? EvaluationDiagnostics.NoEvaluation.At($"No modelops.yml was found in '{context.WorkingDirectory}' or above, so nothing is known of the model '{shortName}'.")
                : EvaluationDiagnostics.NoEvaluation.At(
                    $"modelops.yml lists no model '{shortName}'.{Suggestion.Hint(shortName, configuration.Models.Select(model => model.Name))}", new(configuration.File)));
    }
}
