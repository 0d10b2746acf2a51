using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.GatesVerify;

/// <summary>Outputs of <c>gates verify</c>.</summary>
public sealed record GatesVerifyResult
{
    [Output("Mutants that a gate stopped.", IsHeadline = true)]
    public required int Stopped { get; init; }

    [Output("Mutants that no gate stopped.", IsHeadline = true)]
    public required int Survived { get; init; }

    [Output("Mutants among them that a gate had to stop.", IsHeadline = true)]
    public required int RequiredSurvived { get; init; }

    [Output("Share of the mutants that were stopped, in percent.", IsHeadline = true)]
    public required double Score { get; init; }

    [Output("Mutants: mutant, required, status, stopped by, what was done, detail.", Details = [nameof(MutantRow.Change), nameof(MutantRow.Detail)])]
    public required IReadOnlyList<MutantRow> Mutants { get; init; }

    [Output("Path of the table as Markdown.")]
    public string? MarkdownReport { get; init; }
}
