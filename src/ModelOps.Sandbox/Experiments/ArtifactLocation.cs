using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Experiments;

/// <summary>Where the artifacts of an experiment are, as callers send it.</summary>
internal static class ArtifactLocation
{
    private const int MaxLength = 2048;

    /// <summary>Checks a location and makes a relative path absolute.</summary>
    /// <exception cref="MlflowFault">It cannot be the location of an experiment.</exception>
    public static string Resolve(string location)
    {
        var parts = location.Split('#', 2);
        var address = parts[0].Split('?', 2);
        if ((parts.Length == 2 && parts[1].Length > 0) || HasParameters(address[0]))
        {
            throw MlflowFault.Invalid("'artifact_location' URL can't include fragments or params.");
        }

        if (address.Length == 2 && Decode(address[1]).Contains("..", StringComparison.Ordinal))
        {
            throw MlflowFault.Invalid("Invalid query string");
        }

        if (location.StartsWith("runs:", StringComparison.Ordinal))
        {
            throw MlflowFault.Invalid($"Artifact location cannot be a runs:/ URI. Given: '{location}'");
        }

        var resolved = HasScheme(location) ? location : Path.GetFullPath(location);
        if (new[] { location, resolved }.Any(text => text.EnumerateRunes().Count() > MaxLength))
        {
            throw MlflowFault.Invalid(
                $"Invalid artifact path length. The length of the artifact path cannot be greater than {MaxLength} characters. "
                + "To configure this limit, please set the MLFLOW_ARTIFACT_LOCATION_MAX_LENGTH environment variable.");
        }

        return resolved;
    }

    /// <summary>Where the artifacts of a run are.</summary>
    /// <param name="location">Location of its experiment.</param>
    /// <param name="runId">The run.</param>
    public static string OfRun(string location, string runId)
    {
        var query = location.IndexOf('?', StringComparison.Ordinal);
        var end = query < 0 ? location.Length : query;
        return $"{location[..end].TrimEnd('/')}/{runId}/artifacts{location[end..]}";
    }

    // Escapes may hide escapes.
    private static string Decode(string query)
    {
        const int MaxDepth = 10;
        for (var depth = 0; depth < MaxDepth && Uri.UnescapeDataString(query) is var decoded && decoded != query; depth++)
        {
            query = decoded;
        }

        return query;
    }

    // One letter before a colon is a drive of Windows.
    private static bool HasScheme(string location) => PythonUrl.FindScheme(location).Length > 1;

    // Only these kinds of addresses have parameters: what follows a semicolon in the last segment.
    private static bool HasParameters(string address)
    {
        var scheme = HasScheme(address) ? PythonUrl.FindScheme(address) : "";
        var semicolon = address.IndexOf(';', address.LastIndexOf('/') + 1);
        return scheme is "" or "http" or "https" or "ftp" or "sftp" && semicolon >= 0 && semicolon < address.Length - 1;
    }
}
