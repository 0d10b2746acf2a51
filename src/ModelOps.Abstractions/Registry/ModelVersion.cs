namespace ModelOps.Abstractions.Registry;

/// <summary>A version of a registered model.</summary>
public sealed record ModelVersion
{
    /// <summary>Registered model.</summary>
    public required ModelName Model { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>State of registration.</summary>
    public required VersionStatus Status { get; init; }

    /// <summary>What the registry says of the state; empty when it says nothing.</summary>
    public string StatusMessage { get; init; } = "";

    /// <summary>Description; empty when none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the version was registered from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Run that the version belongs to; null when none.</summary>
    public string? RunId { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Reference of this version: <c>models:/name/7</c>.</summary>
    public string Uri => $"models:/{Model}/{Version}";
}
