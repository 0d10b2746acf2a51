using ModelOps.Core.Contract;
using ModelOps.Core.Gathering;

namespace ModelOps.Core.Verbs.GatesVerify;

/// <summary>Inputs of <c>gates verify</c>.</summary>
[Verb("gates-verify", "Makes bad candidates from a good one and shows which gate stops which.")]
public sealed record GatesVerifySettings : CandidateSettings
{
    [Input("Mutant to make. Default: all.", Example = "shuffled-predictions")]
    public IReadOnlyList<string> Mutant { get; init; } = [];

    [Input("Directory for the reports. Default: .modelops/gates beside modelops.yml.", Kind = InputKind.OutputFile, Example = "artifacts/gates")]
    public string? Output { get; init; }
}
