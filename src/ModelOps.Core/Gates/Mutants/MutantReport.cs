using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>What became of all mutants.</summary>
/// <param name="Outcomes">Mutant by mutant.</param>
/// <param name="Undecided">Gates that did not decide on the good candidate either.</param>
internal sealed record MutantReport(IReadOnlyList<MutantOutcome> Outcomes, IReadOnlyList<string> Undecided)
{
    /// <summary>Mutants that a gate stopped.</summary>
    public int Stopped => Count(MutantStatus.Stopped);

    /// <summary>Mutants that no gate stopped.</summary>
    public int Survived => Count(MutantStatus.Survived);

    /// <summary>Mutants that no gate stopped although one had to.</summary>
    public IReadOnlyList<MutantOutcome> RequiredSurvivors => [.. Outcomes.Where(outcome => outcome is { IsRequired: true, Status: MutantStatus.Survived })];

    /// <summary>Share of the mutants that were stopped, in percent; 0 when there was none.</summary>
    public double Score => Stopped + Survived == 0 ? 0 : Math.Round(100.0 * Stopped / (Stopped + Survived), 1);

    /// <summary>A mutant that nobody made proves nothing, so that none at all is no pass.</summary>
    public ExitCode ExitCode =>
        RequiredSurvivors.Count > 0 ? ExitCode.GateFailed
        : Stopped + Survived == 0 ? ExitCode.CouldNotRun
        : ExitCode.Ok;

    /// <summary>What there is to say beside the table.</summary>
    /// <param name="span">Where the gates are configured.</param>
    public IEnumerable<Diagnostic> Findings(SourceSpan? span) =>
    [
        .. Undecided.Select(gate => EvaluationDiagnostics.Undecided.At(
            $"The gate '{gate}' does not decide on the good candidate itself, so that it stops only what it fails.", span)),
        .. RequiredSurvivors.Select(outcome => GateDiagnostics.MutantSurvived.At(
            $"No gate stopped '{outcome.Mutant.Name}': {outcome.Mutant.Change}. The gate '{outcome.Mutant.Gate}' is there for it.", span)),
        .. ExitCode == ExitCode.CouldNotRun
            ? [GateDiagnostics.CouldNotRun.At("No bad candidate could be made, so that nothing is known of the gates.", span)]
            : Array.Empty<Diagnostic>(),
    ];

    private int Count(MutantStatus status) => Outcomes.Count(outcome => outcome.Status == status);
}
