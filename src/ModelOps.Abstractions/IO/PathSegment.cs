namespace ModelOps.Abstractions.IO;

/// <summary>One part of a relative path, between two separators.</summary>
internal static class PathSegment
{
    // The digits include the superscripts that Windows takes for digits.
    private const string PortDigits = "0123456789\u00B9\u00B2\u00B3";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    /// <summary>What is wrong with a part, as the end of a sentence; null when nothing is.</summary>
    public static string? FindProblem(string segment) => segment switch
    {
        "" => "has an empty part between two separators or at its end",
        "." or ".." => $"has the part '{segment}'",
        [.., '.' or ' '] => $"has the part '{segment}', which ends in a dot or space that Windows drops",
        _ when IsWindowsDevice(segment) => $"has the part '{segment}', which is a device on Windows",
        _ => null,
    };

    private static bool IsWindowsDevice(string segment)
    {
        // Windows ignores any extension, and spaces before it.
        var stem = segment.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase) || IsPort(stem);
    }

    private static bool IsPort(string stem) =>
        stem.Length == 4
        && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
        && PortDigits.Contains(stem[3], StringComparison.Ordinal);
}
