namespace ModelOps.Abstractions.IO;

/// <summary>Makes directories; a <c>.modelops</c> that is made on the way keeps its content out of git by itself.</summary>
internal static class WorkDirectory
{
    private const string Name = ".modelops";
    private const string IgnoreFile = ".gitignore";
    private const string IgnoreAll = "*\n";

    /// <summary>Makes a directory and those above it.</summary>
    /// <param name="path">Full path.</param>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Create(string path)
    {
        var work = Above(path);
        var isNew = work is not null && !Directory.Exists(work);
        Directory.CreateDirectory(path);
        if (isNew)
        {
            Ignore(Path.Combine(work!, IgnoreFile));
        }
    }

    private static string? Above(string path)
    {
        for (var directory = new DirectoryInfo(path); directory is not null; directory = directory.Parent)
        {
            if (directory.Name == Name)
            {
                return directory.FullName;
            }
        }

        return null;
    }

    // Another run may be quicker; a file that is missing stops nobody.
    private static void Ignore(string file)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(file, FileMode.CreateNew));
            writer.Write(IgnoreAll);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Git shows the files then.
        }
    }
}
