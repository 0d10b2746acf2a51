using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Changes;

/// <summary>Why a model counts as changed, from paths of the repository.</summary>
internal static class PathReason
{
    /// <summary>A path that differs and touches a place of the model; null when none does.</summary>
    public static string? Of(IReadOnlyList<string> places, IReadOnlyList<string> paths)
    {
        var touched = paths.Where(path => places.Any(place => Touches(path, place))).ToList();
        return touched switch
        {
            [] => null,
            [var only] => $"{VisibleText.Of(only)} differs",
            [var first, ..] => $"{VisibleText.Of(first)} and {touched.Count - 1} more differ",
        };
    }

    /// <summary>A file in the model's directory that git ignores, so that no commit tells whether it differs; null when there is none but what is never packed.</summary>
    public static string? OfIgnored(IReadOnlyList<string> places, IReadOnlyList<string> ignored) =>
        ignored.FirstOrDefault(path => !IsMadeAnew(path) && places.Any(place => Touches(path, place))) is { } path
            ? $"git ignores {VisibleText.Of(path)}, so that no commit tells whether it differs"
            : null;

    // A path may be a place, below it, or above it: a submodule or a link that changed is one path, whatever is in it.
    private static bool Touches(string path, string place) =>
        place.Length == 0 || path == place || path.StartsWith(place + "/", StringComparison.Ordinal) || place.StartsWith(path + "/", StringComparison.Ordinal);

    private static bool IsMadeAnew(string path) =>
        path.Split('/') is var parts && (parts.Any(part => part == ".modelops" || LeftoverName.IsDirectory(part)) || LeftoverName.IsFile(parts[^1]));
}
