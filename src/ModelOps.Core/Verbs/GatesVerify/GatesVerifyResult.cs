using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.GatesVerify;

/// <summary>Outputs of <c>gates verify</c>.</summary>
public sealed record GatesVerifyResult
{
    /// <summary>Mutants that a gate stopped.</summary>
    [Output("Mutants that a gate stopped.")]
    public required int Stopped { get; init; }

    /// <summary>Mutants that no gate stopped.</summary>
    [Output("Mutants that no gate stopped.")]
    public required int Survived { get; init; }

    /// <summary>Mutants among them that a gate had to stop.</summary>
    [Output("Mutants among them that a gate had to stop.")]
    public required int RequiredSurvived { get; init; }

    /// <summary>Share of the mutants that were stopped, in percent.</summary>
    [Output("Share of the mutants that were stopped, in percent.")]
    public required double Score { get; init; }

    /// <summary>Mutants: mutant, required, status, stopped by, what was done, detail.</summary>
    [Output("Mutants: mutant, required, status, stopped by, what was done, detail.")]
    public required IReadOnlyList<MutantRow> Mutants { get; init; }

    /// <summary>Path of the table as Markdown.</summary>
    [Output("Path of the table as Markdown.")]
    public string? MarkdownReport { get; init; }
}
