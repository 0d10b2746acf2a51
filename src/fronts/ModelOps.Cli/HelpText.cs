using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>Help pages, written from the descriptors.</summary>
internal static class HelpText
{
    /// <summary>The first page: all verbs.</summary>
    public static string Of(IReadOnlyList<VerbDescriptor> verbs)
    {
        var text = new StringBuilder("modelops: CI/CD for MLflow models.\n\nUsage: modelops <verb> [options]\n\nVerbs:\n");
        var completion = new CompletionCommand();
        WritePairs(text, [.. Lines(verbs), (completion.Name, completion.Description!)]);
        text.Append("\nOptions:\n");
        WritePairs(text, [.. GlobalOption.All, ("--help", "Print help; after a verb, the help of the verb."), ("--version", "Print the version.")]);
        text.Append("\nExit codes:\n");
        WritePairs(text, [.. Enum.GetValues<ExitCode>().Select(code => (((int)code).ToString(), new InputName(code.ToString()).Kebab.Replace('-', ' ')))]);
        return text.ToString();
    }

    /// <summary>The page of a group of verbs.</summary>
    public static string Of(GroupCommand group)
    {
        var text = new StringBuilder($"Usage: modelops {group.Name} <verb> [options]\n\nVerbs:\n");
        WritePairs(text, [.. Lines(group.Verbs)]);
        text.Append("\nOptions:\n");
        WritePairs(text, [.. GlobalOption.All, ("--help", "Print help; after a verb, the help of the verb.")]);
        return text.ToString();
    }

    /// <summary>The page of a verb.</summary>
    public static string Of(VerbDescriptor verb)
    {
        var required = string.Concat(verb.Inputs.Where(input => input.IsRequired && !input.IsKnownFromModels).Select(input => $" --{input.Name.Kebab} {Form(input)}"));
        var text = new StringBuilder($"modelops {verb.CommandText}: {verb.Description}\n\nUsage: modelops {verb.CommandText}{required} [options]\n\nInputs:\n");
        foreach (var input in verb.Inputs.OrderByDescending(input => input.IsRequired))
        {
            WriteInput(text, input);
        }

        text.Append("\nOptions:\n");
        WritePairs(text, [.. GlobalOption.All, ("--help", "Print this help.")]);
        text.Append("\nOutputs:\n");
        WritePairs(text, [.. verb.Outputs.Select(output => (output.Name.Kebab, output.Description))]);
        text.Append("\nAn input that is not given is read from the environment (MODELOPS_ and its name: MODELOPS_CONFIG), then from modelops.yml.\n");
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Description)> Lines(IReadOnlyList<VerbDescriptor> verbs) =>
        verbs.Select(verb => (verb.CommandText, verb.Description));

    private static void WriteInput(StringBuilder text, InputDescriptor input)
    {
        text.Append("  --").Append(input.Name.Kebab).Append(input.IsFlag ? "" : $" {Form(input)}").Append(RequiredText(input)).Append('\n');
        text.Append("      ").Append(input.Description);
        if (InputText.Of(input.Default) is { Length: > 0 } value && !input.IsFlag)
        {
            text.Append(" Default: ").Append(value).Append('.');
        }

        text.Append('\n');
        if (input.Example is { } example)
        {
            text.Append("      Example: --").Append(input.Name.Kebab).Append(' ').Append(Quote(example)).Append('\n');
        }
    }

    private static string RequiredText(InputDescriptor input) => input switch
    {
        { IsKnownFromModels: true } => "  (required unless modelops.yml lists just one model)",
        { IsRequired: true } => "  (required)",
        _ => "",
    };

    private static string Form(InputDescriptor input)
    {
        var type = input switch
        {
            { Choices.Count: > 0 } => string.Join('|', input.Choices),
            { Kind: InputKind.Model } => "model",
            { Kind: InputKind.Directory or InputKind.OutputDirectory } => "directory",
            { Kind: InputKind.File or InputKind.OutputFile } => "file",
            _ when input.ValueType == typeof(string) => "text",
            _ when input.ValueType == typeof(int) || input.ValueType == typeof(double) => "number",
            _ => new InputName(input.ValueType.Name).Kebab,
        };
        return input.IsList ? $"<{type}>..." : $"<{type}>";
    }

    private static string Quote(string example) => example.Contains(' ', StringComparison.Ordinal) ? $"\"{example}\"" : example;

    private static void WritePairs(StringBuilder text, IReadOnlyList<(string Name, string Description)> pairs)
    {
        var width = pairs.Max(pair => pair.Name.Length) + 2;
        foreach (var (name, description) in pairs)
        {
            text.Append("  ").Append(name.PadRight(width)).Append(description).Append('\n');
        }
    }
}
