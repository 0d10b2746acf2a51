using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Annotate;

/// <summary>Outputs of <c>annotate</c>.</summary>
public sealed record AnnotateResult
{
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    [Output("Environment.")]
    public required string Environment { get; init; }

    [Output("Version that was annotated; nothing for the registered model itself.")]
    public int? Version { get; init; }

    [Output("Reference of that version, models:/name/version; nothing for the registered model itself.")]
    public string? Uri { get; init; }

    [Output("What was changed, or would be on a dry run; empty when everything was so already.")]
    public required IReadOnlyList<string> Changed { get; init; }
}
