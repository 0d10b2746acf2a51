namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Which exit code a call has whose parts end differently. The numbers are names and say nothing of that.</summary>
/// <remarks>
/// First what says that the call is not complete or not to be trusted, by how much is lost; then what was judged, from the hardest verdict to the
/// mildest. A call that was cancelled, or that met a defect, may have said nothing of models that would have failed.
/// </remarks>
public static class ExitCodeOrder
{
    /// <summary>All codes, the one that wins over all others first.</summary>
    public static IReadOnlyList<ExitCode> All { get; } =
    [
        ExitCode.Cancelled,
        ExitCode.InternalError,
        ExitCode.BadInput,
        ExitCode.RemoteFailure,
        ExitCode.StateMoved,
        ExitCode.CouldNotRun,
        ExitCode.GateFailed,
        ExitCode.NotEnoughEvidence,
        ExitCode.WaitingForApproval,
        ExitCode.ActionNeeded,
        ExitCode.Ok,
    ];

    /// <summary>The code that wins; <see cref="ExitCode.Ok"/> for none.</summary>
    /// <param name="codes">Codes of the parts.</param>
    public static ExitCode Highest(IEnumerable<ExitCode> codes) =>
        codes.Select(code => (Code: code, Place: Place(code))).Append((Code: ExitCode.Ok, Place: Place(ExitCode.Ok))).MinBy(pair => pair.Place).Code;

    private static int Place(ExitCode code) => All.Index().First(pair => pair.Item == code).Index;
}
