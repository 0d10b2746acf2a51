using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ModelOps.Abstractions.Text;
using ModelOps.Cli;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Surfaces.MSBuild;

namespace ModelOps.Surfaces.Tests.Fronts;

/// <summary>What the fronts let through: for each front the inputs of a verb that a caller can give there, by the name on the record.</summary>
internal static partial class FrontInputs
{
    // What the targets know themselves of a model and its package.
    private static readonly IReadOnlyList<string> OfTheTargets = ["FullPath", "PackageFile", "Package"];

    public static IReadOnlyDictionary<string, Func<IReadOnlyDictionary<string, string>, VerbDescriptor, IEnumerable<string>>> All { get; } =
        new Dictionary<string, Func<IReadOnlyDictionary<string, string>, VerbDescriptor, IEnumerable<string>>>
        {
            ["command"] = (_, verb) => OfCommand(new VerbCommand(verb, new ConfiguredNames(Path.GetTempPath())), verb),
            ["GitHub action"] = OfAction,
            ["Azure task"] = OfTask,
            ["Azure step"] = OfStep,
            ["MSBuild task"] = OfTaskClass,
            ["MSBuild targets"] = (files, verb) => OfTargets(files[TargetsEmitter.Path], verb),
            ["Cake alias"] = OfAlias,
        };

    /// <summary>Inputs of a verb that do not reach it, each with its front.</summary>
    public static IEnumerable<string> Missing(IReadOnlyDictionary<string, string> files, VerbDescriptor verb) =>
        from front in All
        from input in verb.Inputs.Select(input => input.Name.Property).Except(front.Value(files, verb))
        select $"{front.Key}: {verb.Name} has no {input}";

    public static IEnumerable<string> OfCommand(Command command, VerbDescriptor verb) =>
        Inputs(verb, name => command.Options.Any(option => option.Name == $"--{name.Kebab}"));

    /// <summary>Inputs that a call of the verb's task sets, from a property or from metadata that the definition of the items knows.</summary>
    public static IEnumerable<string> OfTargets(string targets, VerbDescriptor verb)
    {
        // In a project the items are the models: what asks for those of modelops.yml is the task's alone.
        var forSeveral = verb.Inputs.Where(input => input.Models == ModelInput.Several).Select(input => input.Name.Property);
        var document = XDocument.Parse(targets);
        var known = document.Descendants("ItemDefinitionGroup").Elements("Model").Elements().Select(metadatum => metadatum.Name.LocalName).Concat(OfTheTargets).ToArray();
        return document.Descendants($"{verb.PascalName()}Model").Attributes()
            .Where(attribute => !(Metadatum().Match(attribute.Value) is { Success: true } used) || known.Contains(used.Groups["name"].Value))
            .Select(attribute => attribute.Name.LocalName)
            .Concat(forSeveral);
    }

    private static IEnumerable<string> OfAction(IReadOnlyDictionary<string, string> files, VerbDescriptor verb)
    {
        var action = files[$"actions/{verb.Name}/action.yml"];
        return Inputs(verb, name => action.Contains($"\n  {name.Kebab}:\n", StringComparison.Ordinal)
            && name.EnvironmentNames.Any(variable => action.Contains($"        {variable}: ${{{{ inputs.{name.Kebab} }}}}\n", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> OfTask(IReadOnlyDictionary<string, string> files, VerbDescriptor verb)
    {
        using var task = JsonDocument.Parse(files[$"actions/{verb.Name}/task.json"]);
        var variables = task.RootElement.GetProperty("inputs").EnumerateArray()
            .Select(input => $"INPUT_{input.GetProperty("name").GetString()!.ToUpperInvariant()}").ToArray();
        return [.. Inputs(verb, name => name.EnvironmentNames.Intersect(variables).Any())];
    }

    private static IEnumerable<string> OfStep(IReadOnlyDictionary<string, string> files, VerbDescriptor verb)
    {
        var step = files[$"templates/azure-pipelines/steps/{verb.Name}.yml"];
        return Inputs(verb, name => step.Contains($"  - name: {name.Camel}\n", StringComparison.Ordinal)
            && name.EnvironmentNames.Any(variable => step.Contains($" {variable}: ", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> OfTaskClass(IReadOnlyDictionary<string, string> files, VerbDescriptor verb) =>
        Property().Matches(files[$"src/fronts/ModelOps.MSBuild/Tasks/{verb.PascalName()}Model.g.cs"]).Select(property => property.Groups["name"].Value);

    // The alias takes the record, so that what counts is who can set its properties.
    private static IEnumerable<string> OfAlias(IReadOnlyDictionary<string, string> files, VerbDescriptor verb) =>
        files[$"src/fronts/Cake.ModelOps/ModelOpsAliases.{verb.PascalName()}.g.cs"].Contains($", {verb.SettingsType.Name} settings)", StringComparison.Ordinal)
            ? Inputs(verb, name => verb.SettingsType.GetProperty(name.Property)?.SetMethod is { IsPublic: true })
            : [];

    private static IEnumerable<string> Inputs(VerbDescriptor verb, Func<InputName, bool> reaches) =>
        verb.Inputs.Select(input => input.Name).Where(reaches).Select(name => name.Property);

    [GeneratedRegex(@"^%\(\w+\.(?<name>\w+)\)$")]
    private static partial Regex Metadatum();

    [GeneratedRegex(@"public string(\[\])?\? (?<name>\w+) \{ get; set; \}")]
    private static partial Regex Property();
}
