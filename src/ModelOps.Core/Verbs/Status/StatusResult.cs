using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Status;

/// <summary>Outputs of <c>status</c>.</summary>
public sealed record StatusResult
{
    [Output("Versions: environment, model, version, aliases, validation, commit, since, by, digest, rolled back.", Details = [nameof(VersionRow.Commit), nameof(VersionRow.By), nameof(VersionRow.Digest)])]
    public required IReadOnlyList<VersionRow> Versions { get; init; }
}
