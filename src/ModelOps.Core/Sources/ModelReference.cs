using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Sources;

/// <summary>A model in a catalog, as MLflow writes it: a path of a run, a version, an alias or a logged model.</summary>
/// <param name="Text">The reference as it was given.</param>
internal sealed record ModelReference(string Text)
{
    private const int MaxId = 256;

    /// <summary>Run whose artifacts have the model; null for anything else.</summary>
    public string? RunId { get; private init; }

    /// <summary>Path of the model in the artifacts of the run; empty for their root.</summary>
    public string Path { get; private init; } = "";

    /// <summary>ID of a logged model of MLflow 3; null for anything else.</summary>
    public string? LoggedModelId { get; private init; }

    /// <summary>Registered model, as its registry spells it; null for anything else.</summary>
    public ModelName? Model { get; private init; }

    /// <summary>Number of a version.</summary>
    public int? Version { get; private init; }

    /// <summary>Alias of a version.</summary>
    public AliasName? Alias { get; private init; }

    /// <summary>A word to name a file after.</summary>
    public string ShortName => Model?.Value ?? LoggedModelId ?? (Path.Length > 0 ? Path.Split('/')[^1] : RunId!);

    /// <summary>Reads a reference.</summary>
    /// <exception cref="ModelOpsException">It is none (MOP2303, exit 2).</exception>
    public static ModelReference Parse(string text)
    {
        var isRun = text.StartsWith(ReferenceText.Runs, StringComparison.Ordinal);
        var rest = text[(isRun ? ReferenceText.Runs.Length : ReferenceText.Models.Length)..];
        return rest.StartsWith("//", StringComparison.Ordinal) || !rest.StartsWith('/')
            ? throw NotOne(text, "one slash after the colon; a server or profile is no part of it: that is --environment")
            : isRun ? OfRun(text, rest[1..]) : OfModel(text, rest[1..]);
    }

    private static ModelReference OfRun(string text, string rest)
    {
        var parts = rest.TrimEnd('/').Split('/', 2);
        var path = parts.Length == 2 ? parts[1] : "";
        return !IsId(parts[0]) ? throw NotOne(text, "the ID of a run: letters, digits, '_' and '-'")
            : path.Length > 0 && !SafeRelativePath.TryValidate(path, out var problem) ? throw NotOne(text, $"a path in the artifacts of the run; '{VisibleText.Of(path)}' {problem}")
            : new(text) { RunId = parts[0], Path = path };
    }

    private static ModelReference OfModel(string text, string rest)
    {
        var at = rest.LastIndexOf('@');
        if (at >= 0 && !rest.Contains('/', StringComparison.Ordinal))
        {
            return new(text) { Model = NameIn(text, rest[..at]), Alias = AliasName.TryParse(rest[(at + 1)..], out var alias) ? alias : throw NotOne(text, AliasName.Expected) };
        }

        return rest.Split('/') switch
        {
            [var id] when IsId(id) => new(text) { LoggedModelId = id },
            [var name, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 =>
                new(text) { Model = NameIn(text, name), Version = version },
            [_, _] => throw NotOne(text, "the number of a version; stages and 'latest' mean another model tomorrow"),
            _ => throw NotOne(text, "models:/NAME/VERSION, models:/NAME@ALIAS or models:/ID"),
        };
    }

    private static ModelName NameIn(string text, string name) =>
        ModelName.TryParse(name, out var model) ? model : throw NotOne(text, $"{ModelName.Expected}; {ModelNameRules.FindProblem(name)}");

    // An ID becomes a part of paths and of addresses.
    private static bool IsId(string id) => id.Length is > 0 and <= MaxId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    private static ModelOpsException NotOne(string text, string expected) => new(
        ExitCode.BadInput, SourceDiagnostics.NotAReference.At($"'{VisibleText.Of(text)}' is no reference of a model: expected {expected}."));
}
