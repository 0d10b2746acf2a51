using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Package;

/// <summary>Outputs of <c>package</c>.</summary>
public sealed record PackageResult
{
    /// <summary>Path of the package.</summary>
    [Output("Path of the package.")]
    public required string Package { get; init; }

    /// <summary>Digest of the content.</summary>
    [Output("Digest of the content: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    /// <summary>Number of model files.</summary>
    [Output("Number of model files in the package.")]
    public required int Files { get; init; }

    /// <summary>Size of the model files in bytes.</summary>
    [Output("Size of the model files in bytes.")]
    public required long Bytes { get; init; }
}
