using System.Text.RegularExpressions;
using ModelOps.Core.Configuration;
using ModelOps.Core.Sections;

namespace ModelOps.Core.Rules;

/// <summary>What must hold in the environments of modelops.yml.</summary>
internal static partial class EnvironmentRules
{
    // A server takes 500 characters, of which a model's name may be 256.
    private const int MaxExperiment = 240;

    public static void Check(ToolkitConfiguration configuration, SectionPlace root)
    {
        foreach (var (name, section) in configuration.Environments)
        {
            if (root.Find("environments")?.Find(name)?.Find("ledger") is { } place && FindProblem(section.Ledger.Experiment) is { } problem)
            {
                place.Invalid("experiment", problem);
            }
        }
    }

    private static string? FindProblem(string experiment)
    {
        if (experiment.Trim() != experiment || experiment.Any(char.IsControl) || experiment.Length > MaxExperiment)
        {
            return $"'{experiment}' cannot name an experiment: expected at most {MaxExperiment} characters, no control characters and no spaces at the ends.";
        }

        if (Field().Matches(experiment).Select(match => match.Value).FirstOrDefault(field => field != LedgerSection.ModelField) is { } unknown)
        {
            return $"The placeholder {unknown} has no value: expected {LedgerSection.ModelField}, which is the registered model. Did you mean '{experiment.Replace(unknown, LedgerSection.ModelField, StringComparison.Ordinal)}'?";
        }

        return experiment switch
        {
            LedgerSection.ModelField => $"'{experiment}' is the experiment that trainings of the model log to; a ledger has one of its own. Did you mean '{LedgerSection.UsualExperiment}'?",
            _ when !experiment.Contains(LedgerSection.ModelField, StringComparison.Ordinal) =>
                $"'{experiment}' would be one ledger for all models, and every model has its own: {LedgerSection.ModelField} must be in it. "
                + $"Did you mean '{experiment.TrimEnd('/')}/{LedgerSection.ModelField}'?",
            _ => null,
        };
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
