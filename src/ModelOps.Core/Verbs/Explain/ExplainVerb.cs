using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Explain;

/// <summary>Looks a code up in the catalogue.</summary>
internal sealed class ExplainVerb : IVerb<ExplainSettings, ExplainResult>
{
    private const string Prefix = "MOP";
    private const int NearCodes = 3;

    public Task<VerbOutcome<ExplainResult>> RunAsync(ExplainSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var asked = settings.Code.Trim().ToUpperInvariant();
        var code = asked.StartsWith(Prefix, StringComparison.Ordinal) ? asked : Prefix + asked;
        var entry = DiagnosticCatalog.All.FirstOrDefault(candidate => candidate.Code == code)
            ?? throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At(
                $"'{VisibleText.Of(settings.Code)}' is no code of the toolkit. Near it: {string.Join(", ", Near(code))}."));
        return Task.FromResult(new VerbOutcome<ExplainResult>(new()
        {
            Code = entry.Code,
            Severity = entry.Severity,
            Title = entry.Title,
            Cause = entry.Cause,
            Fix = entry.Fix,
            Page = entry.HelpPath,
        }));
    }

    // Codes of one area have numbers beside each other.
    private static IEnumerable<string> Near(string code)
    {
        var number = NumberOf(code) ?? 0;
        return DiagnosticCatalog.All.Select(entry => entry.Code).OrderBy(candidate => Math.Abs(NumberOf(candidate)!.Value - number)).Take(NearCodes).Order(StringComparer.Ordinal);
    }

    private static int? NumberOf(string code) =>
        int.TryParse(code.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
