using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Pull;

/// <summary>Outputs of <c>pull</c>.</summary>
public sealed record PullResult
{
    [Output("Model directory that holds the files.")]
    public required string Path { get; init; }

    [Output("Digest of the content: sha256 and 64 hexadecimal digits.")]
    public required string Digest { get; init; }

    [Output("Whether the digest is the one that the version was registered with; false where none is recorded.")]
    public required bool Verified { get; init; }

    [Output("Version number; nothing for a run, a logged model or a package.")]
    public int? Version { get; init; }

    [Output("Reference of what was taken.")]
    public required string Uri { get; init; }

    [Output("Whether this run wrote the directory; false when it held the same content already.")]
    public required bool Written { get; init; }

    [Output("Number of model files.")]
    public required int Files { get; init; }

    [Output("Size of the model files in bytes.")]
    public required long Bytes { get; init; }
}
