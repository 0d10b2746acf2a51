using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>Which logging commands the agent takes from a step, by <c>target.commands</c> and <c>target.settableVariables</c>.</summary>
/// <param name="Restricted">Whether the step may only give the commands that change nothing but itself.</param>
/// <param name="Settable">Variables that it may set; null for all.</param>
internal sealed record StepRestrictions(bool Restricted, IReadOnlyList<string>? Settable)
{
    private static readonly string[] Harmless =
    [
        "task.logdetail", "task.logissue", "task.complete", "task.setprogress", "task.setsecret", "task.setvariable", "task.debug", "task.settaskvariable",
        "task.prependpath",
    ];

    private static readonly string[] Others = ["task.uploadsummary", "task.uploadfile", "task.addattachment", "artifact.upload", "build.addbuildtag"];

    public static StepRestrictions Of(YamlMappingNode step)
    {
        if (!step.Children.TryGetValue("target", out var node))
        {
            return new(false, null);
        }

        var target = AgentNode.Mapping(node, "commands", "settableVariables");
        var commands = AgentNode.Text(target, "commands", "any");
        return new(
            commands == "restricted" || (commands == "any" ? false : throw new InvalidDataException($"commands: {commands} is not known.")),
            !target.Children.TryGetValue("settableVariables", out var settable) ? null
            : settable is YamlSequenceNode list ? [.. list.Select(TemplateExpander.Text)]
            : TemplateExpander.Text(settable) == "none" ? []
            : throw new InvalidDataException($"settableVariables: {settable} is not known."));
    }

    /// <summary>Why the agent would not obey a command; null when it would.</summary>
    /// <param name="command">Area and event, such as task.setvariable.</param>
    /// <param name="variable">What a task.setvariable sets.</param>
    public string? Refusal(string command, string? variable)
    {
        if (!Harmless.Concat(Others).Contains(command, StringComparer.OrdinalIgnoreCase))
        {
            return $"##vso[{command}] is not known.";
        }

        if (Restricted && Others.Contains(command, StringComparer.OrdinalIgnoreCase))
        {
            return $"##vso[{command}] is not allowed in a step with restricted commands.";
        }

        // A path that is put before the others is the variable PATH to the agent.
        var set = command.ToLowerInvariant() switch { "task.setvariable" or "task.settaskvariable" => variable, "task.prependpath" => "PATH", _ => null };
        return set is null || Settable is null || Settable.Contains(set, StringComparer.OrdinalIgnoreCase) ? null : $"'{set}' is not among the settable variables of the step.";
    }
}
