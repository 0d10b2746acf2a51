using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Turns raw text into a settings record: the one binder of all fronts.</summary>
/// <param name="workingDirectory">Where relative paths start.</param>
/// <param name="hints">Ends of messages; null for none.</param>
internal sealed class SettingsBinder(string workingDirectory, InputHints? hints = null)
{
    private readonly InputConverter _converter = new(workingDirectory, hints is null ? null : hints.ForAbsentPath);

    /// <summary>Binds a verb's settings.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="sources">Where to look, most explicit first.</param>
    public BoundSettings Bind(VerbDescriptor verb, IReadOnlyList<IInputSource> sources)
    {
        var settings = verb.NewSettings();
        var origins = new List<ValueOrigin>();
        var problems = new List<Diagnostic>();

        foreach (var input in verb.Inputs)
        {
            var raw = sources.Select(source => source.Find(input)).FirstOrDefault(value => value is not null);
            if (raw is null)
            {
                BindDefault(input, origins, problems);
                continue;
            }

            origins.Add(new(input.Name.Kebab, string.Join(", ", raw.Texts), raw.Source));
            if (_converter.TryConvert(input, raw, problems, out var value))
            {
                input.Property.SetValue(settings, value);
            }
        }

        problems.AddRange(UnknownArguments(verb, sources));
        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : settings, origins, problems);
    }

    private void BindDefault(InputDescriptor input, List<ValueOrigin> origins, List<Diagnostic> problems)
    {
        if (input.IsRequired)
        {
            problems.Add(hints?.ForMissing(input) ?? InputDiagnostics.Missing.At(
                $"Input '{input.Name.Kebab}' is required: {input.Description} Give --{input.Name.Kebab}, or set MODELOPS_{input.Name.Environment}."));
            return;
        }

        origins.Add(new(input.Name.Kebab, InputText.Of(input.Default), "default"));
    }

    private static IEnumerable<Diagnostic> UnknownArguments(VerbDescriptor verb, IReadOnlyList<IInputSource> sources)
    {
        var known = verb.Inputs.Select(input => input.Name.Property).ToArray();
        foreach (var name in sources.OfType<ArgumentSource>().SelectMany(source => source.Names))
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var hint = Suggestion.Hint(name, known);
                yield return InputDiagnostics.Unknown.At($"'{verb.CommandText}' has no input '{name}'.{hint}");
            }
        }
    }
}
