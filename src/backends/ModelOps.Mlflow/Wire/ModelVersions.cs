namespace ModelOps.Mlflow.Wire;

/// <summary>A model version. The number is text on MLflow, a number elsewhere.</summary>
internal sealed record WireVersion(
    string? Name,
    int Version,
    string? Status,
    string? StatusMessage,
    string? Description,
    string? Source,
    string? RunId,
    long CreationTimestamp,
    IReadOnlyList<WireTag>? Tags);

/// <summary>Creates a model version.</summary>
internal sealed record CreateVersionRequest(string Name, string Source, string RunId, string? Description, IReadOnlyList<WireTag> Tags);

/// <summary>Writes a tag of a version.</summary>
internal sealed record SetVersionTagRequest(string Name, string Version, string Key, string Value);

/// <summary>Writes the description of a version.</summary>
internal sealed record DescribeVersionRequest(string Name, string Version, string Description);

/// <summary>Deletes a version.</summary>
internal sealed record DeleteVersionRequest(string Name, string Version);

/// <summary>Answer with a model version.</summary>
internal sealed record VersionAnswer(WireVersion? ModelVersion);

/// <summary>A page of model versions.</summary>
internal sealed record VersionsPage(IReadOnlyList<WireVersion>? ModelVersions, string? NextPageToken);

/// <summary>Where the files of a version are.</summary>
internal sealed record DownloadUriAnswer(string? ArtifactUri);
