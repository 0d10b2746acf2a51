using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Clean;

/// <summary>Outputs of <c>clean</c>.</summary>
public sealed record CleanResult
{
    [Output("How many models, experiments and evaluation datasets were removed, or would be on a dry run.")]
    public required int Count { get; init; }

    [Output("What has expired: environment, kind, name, expired, action.")]
    public required IReadOnlyList<CleanRow> Items { get; init; }
}
