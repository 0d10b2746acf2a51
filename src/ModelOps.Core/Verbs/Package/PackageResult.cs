using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Package;

/// <summary>Outputs of <c>package</c>.</summary>
public sealed record PackageResult
{
    [Output("Path of the package.")]
    public required string Package { get; init; }

    [Output("Digest of the content: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    [Output("Number of model files in the package.")]
    public required int Files { get; init; }

    [Output("Size of the model files in bytes.")]
    public required long Bytes { get; init; }
}
