using ModelOps.Abstractions.Artifacts;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore.Reading;

/// <summary>
/// Where the files of a recorded location are now. MLflow records absolute paths of the machine that trained, and a store that is copied, mounted or
/// committed is read somewhere else: what counts is the part from the experiment's directory on.
/// </summary>
internal sealed class RecordedLocation(StoreRoot store)
{
    private const string Artifacts = "artifacts";
    private const string Models = "models";
    private const string Local = "file:";
    private const string Proxied = "mlflow-artifacts:";

    /// <summary>The location in this store; the text as it was recorded where there is no such directory in it.</summary>
    public string Resolve(string recorded) => FindInStore(recorded) is { } path ? LocalLocation.ToUri(path) : recorded;

    /// <summary>Whether a recorded location is on some machine's disk and ends in these names.</summary>
    public static bool EndsIn(string recorded, IReadOnlyList<string> names) => PartsOf(recorded)?.TakeLast(names.Count).SequenceEqual(names, StringComparer.Ordinal) == true;

    private string? FindInStore(string recorded)
    {
        if (PartsOf(recorded) is not { } parts)
        {
            return null;
        }

        // From the right: what stands before the experiment is somebody else's path, whatever it is called.
        for (var start = parts.Length - 1; start >= 0; start--)
        {
            var rest = parts.Skip(start).ToArray();
            if (IsPlace(rest) && store.FindDirectory(rest) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsPlace(string[] rest) => rest is [_, _, Artifacts, ..] or [_, Models, _, Artifacts, ..];

    private static string[]? PartsOf(string recorded)
    {
        var scheme = new[] { Local, Proxied }.FirstOrDefault(scheme => recorded.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        if (scheme is null && recorded.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var path = scheme is null ? recorded : Uri.UnescapeDataString(recorded[scheme.Length..]);
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        return parts.Contains("..", StringComparer.Ordinal) ? null : parts;
    }
}
