namespace ModelOps.Sandbox.Protocol;

/// <summary>Paths as POSIX tidies them up.</summary>
internal static class PosixPath
{
    /// <summary>A path without empty and dot segments; <c>..</c> takes back the segment before it, where there is one.</summary>
    public static string Normalize(string path)
    {
        // Two slashes in front mean something of their own in POSIX; any other number means the same as one.
        var slashes = path.Length - path.TrimStart('/').Length;
        var root = slashes switch { 0 => "", 2 => "//", _ => "/" };
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment != ".." || (root.Length == 0 && segments.Count == 0) || (segments.Count > 0 && segments[^1] == ".."))
            {
                segments.Add(segment);
            }
            else if (segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        var tidy = root + string.Join('/', segments);
        return tidy.Length == 0 ? "." : tidy;
    }
}
