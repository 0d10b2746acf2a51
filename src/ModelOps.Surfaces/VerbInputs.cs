using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Surfaces;

/// <summary>What the textual fronts say of an input beyond its descriptor.</summary>
internal static class VerbInputs
{
    /// <summary>Whether a call must give the input.</summary>
    public static bool MustBeGiven(this InputDescriptor input) => input.IsRequired && !input.IsKnownFromModels;

    /// <summary>Description, default, how to write a list, and an example. A manifest's own default would hide modelops.yml, so it is told instead.</summary>
    public static string Help(this InputDescriptor input)
    {
        var help = input.Description;
        if (input.IsKnownFromModels)
        {
            help += " Default: the one of modelops.yml when it lists just one model.";
        }

        if (input.Choices.Count > 0)
        {
            help += $" One of: {string.Join(", ", input.Choices)}.";
        }

        if (DefaultText(input) is { } text)
        {
            help += $" Default: {text}.";
        }

        return help + (input.IsList ? " One a line." : "") + (input.Example is { } example ? $" Example: {example}" : "");
    }

    /// <summary>The default as the binder would read it; null when there is none or it is empty.</summary>
    public static string? DefaultText(this InputDescriptor input) =>
        input.IsFlag ? "false" : InputText.Of(input.Default) is { Length: > 0 } text ? text : null;

    /// <summary>Text of the type for a table.</summary>
    public static string TypeText(this InputDescriptor input) => input switch
    {
        { IsList: true } => "list",
        { IsFlag: true } => "boolean",
        { Kind: InputKind.Model } => "model",
        { Kind: InputKind.Directory or InputKind.OutputDirectory } => "directory",
        { Kind: InputKind.File or InputKind.OutputFile } => "file",
        { Choices.Count: > 0 } => string.Join(", ", input.Choices),
        _ when input.ValueType == typeof(int) || input.ValueType == typeof(double) => "number",
        _ => "text",
    };

    /// <summary>Inputs that an example shows: those a call must give, and model and path; else the first with an example.</summary>
    public static IReadOnlyList<(InputDescriptor Input, string Value)> ForExample(this VerbDescriptor verb)
    {
        var shown = verb.Inputs.Where(input => input.IsRequired).ToArray();
        shown = shown.Length > 0 ? shown : [.. verb.Inputs.Where(input => input.Example is not null && input.Name.Property != nameof(VerbSettings.Config)).Take(1)];
        return [.. shown.Select(input => (input, input.Example ?? "VALUE"))];
    }

    /// <summary>An input's example as C# writes it.</summary>
    public static string CSharpLiteral(this InputDescriptor input, string value) =>
        input.ValueType == typeof(string) ? $"\"{value}\"" : $"{input.ValueType.Name}.Parse(\"{value}\")";

    /// <summary>The verb's name as a part of a class or method name.</summary>
    public static string PascalName(this VerbDescriptor verb) => verb.SettingsType.Name[..^"Settings".Length];
}
