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

        var places = (section.Find("waive") as YamlSequenceNode)?.Children ?? [];
        foreach (var (waiver, place) in configuration.Check.Waive.Zip(places, (waiver, node) => (waiver, At(node, file))))
        {
            if (!CheckRules.Codes.Contains(waiver.Rule))
            {
                problems.Add(Unknown($"There is no rule '{waiver.Rule}'.", waiver.Rule, CheckRules.Codes, place));
            }

            var models = configuration.Models.Select(model => model.Name).ToList();
            if (waiver.Model is { } name && !models.Contains(name))
            {
                problems.Add(Unknown($"There is no model '{name}' under models.", name, models, place));
            }
        }
    }

    private static Diagnostic Unknown(string message, string name, IEnumerable<string> known, SourceSpan place) =>
        ConfigurationDiagnostics.UnknownRule.At(message + Suggestion.Hint(name, known), place);

    private static SourceSpan At(YamlNode node, string file) => new(file, (int)node.Start.Line, (int)node.Start.Column);
}
