using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Show;

/// <summary>A version as people and MLflow write it.</summary>
/// <param name="Model">Registered model.</param>
/// <param name="Choice">Which of its versions.</param>
internal sealed record VersionReference(ModelName Model, VersionChoice Choice)
{
    private const string Scheme = "models:/";

    /// <summary>Reads <c>model@alias</c>, <c>model/number</c> or <c>model</c>; no name of a model has a slash.</summary>
    /// <exception cref="ModelOpsException">It is none of these (MOP0002).</exception>
    public static VersionReference Parse(string text)
    {
        var reference = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..] : text;
        var (slash, at) = (reference.LastIndexOf('/'), reference.LastIndexOf('@'));
        if (slash > 0)
        {
            return int.TryParse(reference.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new(Name(reference[..slash], text), new(number, null))
                : throw Refused(text);
        }

        if (at <= 0)
        {
            return new(Name(reference, text), new(null, null));
        }

        return AliasName.TryParse(reference[(at + 1)..], out var alias) ? new(Name(reference[..at], text), new(null, alias)) : throw Refused(text);
    }

    private static ModelName Name(string name, string text) => ModelName.TryParse(name, out var model) ? model : throw Refused(text);

    private static ModelOpsException Refused(string text) => new(ExitCode.BadInput, InputDiagnostics.Invalid.At(
        $"Input 'reference' cannot be '{VisibleText.Of(text)}': expected model@alias, model/number or model, such as churn@champion."));
}
