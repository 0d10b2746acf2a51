namespace ModelOps.Abstractions.Artifacts;

/// <summary>Names of what is no part of a model, wherever it lies: what Python compiled, what macOS noted.</summary>
internal static class LeftoverName
{
    /// <summary>Whether a directory of this name is made anew.</summary>
    public static bool IsDirectory(ReadOnlySpan<char> name) => name.SequenceEqual("__pycache__");

    /// <summary>Whether a file of this name is made anew.</summary>
    public static bool IsFile(ReadOnlySpan<char> name) => name.SequenceEqual(".DS_Store") || name.EndsWith(".pyc", StringComparison.Ordinal);
}
