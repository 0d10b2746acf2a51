using System.Text;
using ModelOps.Abstractions.IO;

namespace ModelOps.FileStore.Files;

/// <summary>The directory of a file store. Everything is reached through it, name by name, and no link below it is followed.</summary>
/// <param name="directory">Full path, free of links.</param>
internal sealed class StoreRoot(string directory)
{
    // Far more than MLflow writes into one value; a file is text from whoever made the store.
    private const int MaxText = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Full path, free of links.</summary>
    public string Directory => directory;

    /// <summary>Whether a text names one entry of a directory and nothing else.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 256 && text is not ("." or "..") && !text.Any(letter => letter is '/' or '\\' or ':' || char.IsControl(letter));

    /// <summary>Whether a full path is the store's directory or below it.</summary>
    public bool Contains(string path) => path == directory || path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Full path of a directory; null when there is none, or when a name is none.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">A link is on the way (MOP2009).</exception>
    public string? FindDirectory(params IEnumerable<string> names)
    {
        var path = directory;
        foreach (var name in names)
        {
            if (!IsName(name))
            {
                return null;
            }

            path = Path.Combine(path, name);
        }

        if (!System.IO.Directory.Exists(path))
        {
            return null;
        }

        RefuseLink(path);
        return path;
    }

    /// <summary>Names of the directories in a directory, in order; links are none.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">A link is on the way to it (MOP2009).</exception>
    public IReadOnlyList<string> DirectoriesIn(string path)
    {
        RefuseLink(path);
        return Read(path, () => new DirectoryInfo(path).EnumerateDirectories()
            .Where(entry => entry.LinkTarget is null && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            .Select(entry => entry.Name)
            .Order(StringComparer.Ordinal)
            .ToList());
    }

    /// <summary>Text of a file; null when there is none.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">It is a link (MOP2009), no plain file, too large or no UTF-8 (MOP2302).</exception>
    public string? ReadText(string path) => Read(path, () =>
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        RefuseLink(path);
        return SpecialFile.Describe(path, file.Length) is { } kind ? throw StoreErrors.Unreadable($"'{path}' is {kind}; expected a file.")
            : file.Length > MaxText ? throw StoreErrors.Unreadable($"'{path}' has {file.Length} bytes; the limit is {MaxText}.")
            : Strict.GetString(File.ReadAllBytes(path));
    });

    /// <summary>Refuses a path on which a link is, below the store's directory.</summary>
    public void RefuseLink(string path)
    {
        if (LinkFreePath.FindLink(directory, path) is { } link)
        {
            throw StoreErrors.Unsafe($"'{link}' in the file store '{directory}' is a link; links are not followed.");
        }
    }

    private static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw StoreErrors.Unreadable($"'{path}' cannot be read: {error.Message}", error);
        }
    }
}
