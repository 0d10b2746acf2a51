using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Abstractions.Text;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>What the paths of a model's files must be.</summary>
internal static class ContentRules
{
    /// <summary>The file that makes a directory an MLflow model.</summary>
    public const string ModelFile = "MLmodel";

    private static readonly string[] IgnoredRoots = [".git", ".gitattributes", ".github", ".gitignore"];

    /// <summary>
    /// Whether a first part of a path is one that OpenSSF Model Signing leaves out by default. Such files are not covered by a signature, so
    /// they are not packed, and a package that has them is refused.
    /// </summary>
    public static bool IsIgnoredRoot(ReadOnlySpan<char> name)
    {
        foreach (var ignored in IgnoredRoots)
        {
            if (name.SequenceEqual(ignored))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds all paths of a package or a registry that are unsafe, left out, or the same as another on some system.</summary>
    /// <param name="paths">Paths relative to the model's root.</param>
    /// <param name="place">Place of a path for messages.</param>
    public static IReadOnlyList<Diagnostic> Check(IEnumerable<string> paths, Func<string, SourceSpan?> place) =>
        Check(paths, place, path => SafeRelativePath.TryValidate(path, out var problem) ? null : problem);

    /// <summary>The same for what is to be packed, which every reader has to take: <see cref="PortablePath"/>.</summary>
    /// <param name="paths">Paths relative to the model's root.</param>
    /// <param name="place">Place of a path for messages.</param>
    public static IReadOnlyList<Diagnostic> CheckNew(IEnumerable<string> paths, Func<string, SourceSpan?> place) =>
        Check(paths, place, path => PortablePath.TryValidate(path, out var problem) ? null : problem);

    private static List<Diagnostic> Check(IEnumerable<string> paths, Func<string, SourceSpan?> place, Func<string, string?> findProblem)
    {
        var problems = new List<Diagnostic>();
        var tree = new PathTree();
        foreach (var path in paths)
        {
            if (findProblem(path) is { } problem)
            {
                problems.Add(PackagingDiagnostics.UnsafeName.At($"The path '{VisibleText.Of(path)}' {problem}.", place(path)));
            }
            else if (IsIgnoredRoot(path.AsSpan(0, path.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 ? end : path.Length)))
            {
                problems.Add(PackagingDiagnostics.UnsafeName.At(
                    $"The path '{path}' belongs to git, and packages do not carry such files.", place(path)));
            }
            else if (tree.Add(path) is { } other)
            {
                problems.Add(PackagingDiagnostics.NameCollision.At(
                    $"'{path}' and '{other}' are the same path where case does not count.", place(path)));
            }
        }

        return problems;
    }
}
