using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates;
using ModelOps.Core.Sections;
using ModelOps.Core.Verbs;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Rules;

/// <summary>What must hold between keys of modelops.yml.</summary>
internal static class ConfigurationRules
{
    public static void Check(ToolkitConfiguration configuration, YamlMappingNode root, string file, List<Diagnostic> problems)
    {
        if (configuration.Version != 1)
        {
            problems.Add(ConfigurationDiagnostics.InvalidValue.At(
                $"version is {configuration.Version}; this toolkit reads version 1.", Place(root, "version", file)));
        }

        foreach (var branch in configuration.Branches.Where(branch => !configuration.Environments.ContainsKey(branch.Environment)))
        {
            problems.Add(ConfigurationDiagnostics.UnknownEnvironment.At(
                $"Branch rule '{branch.Match}' names the environment '{branch.Environment}'.{Hint(branch.Environment, configuration)}",
                Place(root, "branches", file)));
        }

        CheckNames(configuration, Place(root, "models", file), problems);
        CheckDefaults(configuration, root, file, problems);
        EnvironmentRules.Check(configuration, new(root, file, problems));
        WaiverRules.Check(configuration, root, file, problems);
        foreach (var (model, place) in configuration.Models.Zip(new SectionPlace(root, file, problems).Items("models")))
        {
            TagRules.Check(model, place);
            TestRules.Check(model, place);
            EvaluationRules.Check(model, place);
            CheckGates(model, place, [.. configuration.Environments.Keys]);
        }
    }

    private static void CheckNames(ToolkitConfiguration configuration, SourceSpan place, List<Diagnostic> problems)
    {
        foreach (var model in configuration.Models)
        {
            if (ModelNameRules.FindProblem(model.Name) is { } problem)
            {
                problems.Add(ConfigurationDiagnostics.InvalidValue.At(
                    $"'{VisibleText.Of(model.Name)}' cannot name a model: expected {ModelName.Expected}; {problem}.", place));
            }
            else if (configuration.Find(model.Name) is { } first && first.Name != model.Name)
            {
                problems.Add(ConfigurationDiagnostics.InvalidValue.At(
                    $"'{VisibleText.OfAscii(first.Name)}' and '{VisibleText.OfAscii(model.Name)}' are one name: they differ only in how their characters are composed.", place));
            }
        }
    }

    private static void CheckGates(ModelSection model, SectionPlace place, IReadOnlyList<string> environments)
    {
        if (place.Find("gates") is { } gates)
        {
            var facts = model.Evaluation is { } evaluation
                ? new EvaluationFacts(evaluation.Task, evaluation.Columns.FindOutputs(), evaluation.Columns.Weight is not null, evaluation.Run is not null)
                : null;
            GateRules.Check(new(model.Gates, gates, facts, environments));
        }
    }

    private static void CheckDefaults(ToolkitConfiguration configuration, YamlMappingNode root, string file, List<Diagnostic> problems)
    {
        var place = Place(root, "defaults", file);
        foreach (var (verbName, inputs) in configuration.Defaults)
        {
            var verb = VerbCatalog.All.FirstOrDefault(candidate => candidate.Name == verbName);
            if (verb is null)
            {
                problems.Add(Unknown($"There is no verb '{verbName}'.", verbName, VerbCatalog.All.Select(candidate => candidate.Name), place));
                continue;
            }

            var known = verb.Inputs.Select(input => input.Name.Kebab).ToArray();
            foreach (var name in inputs.Keys.Where(name => !known.Contains(name)))
            {
                problems.Add(Unknown($"'{verbName}' has no input '{name}'.", name, known, place));
            }
        }
    }

    private static Diagnostic Unknown(string message, string name, IEnumerable<string> known, SourceSpan place) =>
        ConfigurationDiagnostics.UnknownKey.At(message + Suggestion.Hint(name, known), place);

    private static string Hint(string name, ToolkitConfiguration configuration) =>
        Suggestion.Hint(name, configuration.Environments.Keys);

    private static SourceSpan Place(YamlMappingNode root, string key, string file)
    {
        var node = root.Children.Keys.FirstOrDefault(node => (node as YamlScalarNode)?.Value == key) ?? root;
        return new(file, (int)node.Start.Line, (int)node.Start.Column);
    }
}
