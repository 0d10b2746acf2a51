using System.Security.Cryptography;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Gathering.Cache;

/// <summary>The notes of a cache as they were before a command ran, to tell which of them this run did not write.</summary>
/// <param name="root">Directory of modelops.yml.</param>
internal sealed class CacheNotes(string root)
{
    private const string Pattern = "*.note.json";

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _sealed;

    /// <summary>Reads the notes, unless they were read before.</summary>
    /// <param name="directory">Where they are.</param>
    public void Seal(string directory) => _sealed ??= Read(directory);

    /// <summary>Says that this run wrote a note.</summary>
    public void Own(string path) => _own.Add(path);

    /// <summary>Deletes notes that are new or changed and not this run's. Without its note an entry is not used.</summary>
    /// <param name="directory">Where they are.</param>
    /// <returns>How many there were.</returns>
    public int DropForeign(string directory)
    {
        if (_sealed is null)
        {
            return 0;
        }

        var foreign = Read(directory).Where(note => !_own.Contains(note.Key) && _sealed.GetValueOrDefault(note.Key) != note.Value).ToList();
        foreach (var (path, _) in foreign)
        {
            File.Delete(path);
        }

        return foreign.Count;
    }

    private Dictionary<string, string> Read(string directory)
    {
        // Behind a link nothing is read, so nothing there can be used or has to be deleted.
        var paths = Directory.Exists(directory) && LinkFreePath.FindLink(root, directory) is null ? Directory.GetFiles(directory, Pattern) : [];
        return paths.ToDictionary(path => path, Digest, StringComparer.Ordinal);
    }

    private string Digest(string path)
    {
        if (!CheckedFile.IsPlain(root, path))
        {
            return "";
        }

        using var note = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(note));
    }
}
