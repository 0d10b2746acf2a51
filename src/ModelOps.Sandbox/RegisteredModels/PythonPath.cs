namespace ModelOps.Sandbox.RegisteredModels;

/// <summary>Paths with slashes as Python's <c>posixpath</c> sees them.</summary>
internal static class PythonPath
{
    /// <summary>The path without empty, <c>.</c> and removable <c>..</c> parts.</summary>
    public static string Normalize(string path)
    {
        if (path.Length == 0)
        {
            return ".";
        }

        // Two slashes at the start, not three, mean something of their own.
        var root = !path.StartsWith('/') ? ""
            : path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("///", StringComparison.Ordinal) ? "//"
            : "/";
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != ".." || (root.Length == 0 && parts.Count == 0) || (parts.Count > 0 && parts[^1] == ".."))
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        var normal = root + string.Join('/', parts);
        return normal.Length == 0 ? "." : normal;
    }

    /// <summary>Whether a name, taken as a path, stands for something other than itself below a directory.</summary>
    public static bool IsAmbiguous(string name)
    {
        var normal = Normalize(name);
        return normal != name || normal == "." || normal.StartsWith("..", StringComparison.Ordinal) || normal.StartsWith('/');
    }
}
