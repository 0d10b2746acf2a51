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
        HelpLines.WritePairs(text, [.. Lines(verbs), (completion.Name, completion.Description!), ("help", "Prints this page, or that of the verb that follows.")]);
        text.Append("\nOptions:\n");
        HelpLines.WritePairs(text, [.. GlobalOption.All, ("--help, -h", "Print help; after a verb, the help of the verb."), ("--version", "Print the version; the word version does, too.")]);
        text.Append("\nExit codes:\n");
        HelpLines.WritePairs(text, [.. Enum.GetValues<ExitCode>().Select(code => (((int)code).ToString(), new InputName(code.ToString()).Kebab.Replace('-', ' ')))]);
        return text.ToString();
    }

    /// <summary>The page of a group of verbs.</summary>
    public static string Of(GroupCommand group)
    {
        var text = new StringBuilder($"Usage: modelops {group.Name} <verb> [options]\n\nVerbs:\n");
        HelpLines.WritePairs(text, [.. Lines(group.Verbs)]);
        text.Append("\nOptions:\n");
        HelpLines.WritePairs(text, [.. GlobalOption.All, ("--help", "Print help; after a verb, the help of the verb.")]);
        return text.ToString();
    }

    /// <summary>The page of a verb.</summary>
    public static string Of(VerbDescriptor verb)
    {
        var required = string.Concat(verb.Inputs.OrderByDescending(input => input.IsPositional).Select(UsageOf));
        var text = new StringBuilder();
        HelpLines.WriteWrapped(text, $"modelops {verb.CommandText}: {verb.Description}", 0);
        text.Append('\n');
        HelpLines.WriteWrapped(text, $"Usage: modelops {verb.CommandText}{required} [options]", 0);
        text.Append("\nInputs:\n");
        foreach (var input in verb.Inputs.OrderByDescending(input => input.IsRequired))
        {
            WriteInput(text, input);
        }

        text.Append("\nOptions:\n");
        HelpLines.WritePairs(text, [.. GlobalOption.All, ("--help", "Print this help.")]);
        text.Append("\nOutputs:\n");
        HelpLines.WritePairs(text, [.. verb.Outputs.Select(output => (output.Name.Kebab, output.Description))]);
        text.Append('\n');
        HelpLines.WriteWrapped(text, "An input that is not given is read from the environment (MODELOPS_ and its name: MODELOPS_CONFIG), then from modelops.yml.", 0);
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Description)> Lines(IReadOnlyList<VerbDescriptor> verbs) =>
        verbs.Select(verb => (verb.CommandText, verb.Description));

    private static string UsageOf(InputDescriptor input)
    {
        var isNeeded = input.IsRequired && !input.IsKnownFromModels;
        return (input.IsPositional, isNeeded) switch
        {
            (true, true) => $" <{input.Name.Kebab}>",
            (true, false) => $" [<{input.Name.Kebab}>]",
            (false, true) => $" --{input.Name.Kebab} {Form(input)}",
            _ => "",
        };
    }

    private static void WriteInput(StringBuilder text, InputDescriptor input)
    {
        text.Append("  --").Append(input.Name.Kebab).Append(input.IsFlag ? "" : $" {Form(input)}").Append(RequiredText(input)).Append('\n');
        var given = InputText.Of(input.Default) is { Length: > 0 } value && !input.IsFlag ? $" Default: {value}." : "";
        HelpLines.WriteWrapped(text, input.Description + given, 6);
        if (input.Example is { } example)
        {
            text.Append("      Example: --").Append(input.Name.Kebab).Append(' ').Append(Quote(example)).Append('\n');
        }
    }

    private static string RequiredText(InputDescriptor input) => (input switch
    {
        { IsKnownFromModels: true } => "  (required unless modelops.yml lists just one model)",
        { IsRequired: true } => "  (required)",
        _ => "",
    }) + (input.IsPositional ? "  (or without its name)" : "");

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
}
