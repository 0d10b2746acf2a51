using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Checks;
using ModelOps.Core.Configuration;
using ModelOps.Core.Models.Environments;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Rules;

/// <summary>What must hold in the section <c>check</c> of modelops.yml.</summary>
internal static class WaiverRules
{
    public static void Check(ToolkitConfiguration configuration, YamlMappingNode root, string file, List<Diagnostic> problems)
    {
        if (root.Find("check") is not YamlMappingNode section)
        {
            return;
        }

        if (PythonVersion.Parse(configuration.Check.MinMlflow) is null)
        {
            problems.Add(ConfigurationDiagnostics.InvalidValue.At(
                $"Expected a version such as 2.0 for min_mlflow, found '{configuration.Check.MinMlflow}'.", At(section.Find("min_mlflow") ?? section, file)));
        }

        CheckSeverities(configuration.Check, section, file, problems);
        var places = (section.Find("waive") as YamlSequenceNode)?.Children ?? [];
        foreach (var (waiver, place) in configuration.Check.Waive.Zip(places, (waiver, node) => (waiver, At(node, file))))
        {
            if (Severities.Fixed.Contains(waiver.Rule))
            {
                problems.Add(ConfigurationDiagnostics.InvalidValue.At($"{waiver.Rule} cannot be waived: such a model is never released.", place));
            }
            else if (!CheckRules.Waivable.Contains(waiver.Rule))
            {
                problems.Add(Unknown($"There is no rule '{waiver.Rule}'.", waiver.Rule, CheckRules.Waivable, place));
            }

            var models = configuration.Models.Select(model => model.Name).ToList();
            if (waiver.Model is { } name && !models.Contains(name))
            {
                problems.Add(Unknown($"There is no model '{name}' under models.", name, models, place));
            }
        }
    }

    private static void CheckSeverities(CheckSection check, YamlMappingNode section, string file, List<Diagnostic> problems)
    {
        var keys = (section.Find("severity") as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>() ?? [];
        foreach (var key in keys)
        {
            var code = key.Value ?? "";
            if (!CheckRules.Codes.Contains(code))
            {
                problems.Add(Unknown($"There is no rule '{code}'.", code, CheckRules.Codes, At(key, file)));
            }
            else if (Severities.Fixed.Contains(code) && check.Severity.GetValueOrDefault(code, RuleSeverity.Error) != RuleSeverity.Error)
            {
                problems.Add(ConfigurationDiagnostics.InvalidValue.At($"{code} is always an error: such a model is never released.", At(key, file)));
            }
        }
    }

    private static Diagnostic Unknown(string message, string name, IEnumerable<string> known, SourceSpan place) =>
        ConfigurationDiagnostics.UnknownRule.At(message + Suggestion.Hint(name, known), place);

    private static SourceSpan At(YamlNode node, string file) => new(file, (int)node.Start.Line, (int)node.Start.Column);
}
