using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ModelOps.Abstractions.IO;

/// <summary>
/// A file that is written beside its place and moved there when it is complete, so that nobody ever sees a part of it. What a killed run left
/// behind is removed by the next one.
/// </summary>
internal sealed class StagedFile : IDisposable
{
    private const string Suffix = ".tmp";
    private const int RandomBytes = 8;

    private readonly string _target;
    private readonly string _temporary;

    private StagedFile(string target, string temporary, SafeFileHandle handle)
    {
        _target = target;
        _temporary = temporary;
        Handle = handle;
    }

    /// <summary>The file to write to.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Begins a file; makes its directory.</summary>
    /// <param name="target">Path where the file will be.</param>
    /// <param name="length">Bytes that it will have; the disk is asked for them at once.</param>
    /// <exception cref="IOException">The disk is full, or the system refuses.</exception>
    public static StagedFile Create(string target, long length)
    {
        var directory = Path.GetDirectoryName(target)!;
        WorkDirectory.Create(directory);
        RemoveLeftovers(directory, Path.GetFileName(target));
        var temporary = $"{target}.{RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true)}{Suffix}";
        return new(target, temporary, File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, FileOptions.None, length));
    }

    /// <summary>Writes a file of a known content.</summary>
    /// <param name="target">Path where the file will be.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellationToken">Ends writing; nothing is there then.</param>
    /// <exception cref="IOException">The disk is full, or the system refuses.</exception>
    public static async Task WriteAsync(string target, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var staged = Create(target, content.Length);
        await RandomAccess.WriteAsync(staged.Handle, content, 0, cancellationToken);
        staged.Commit();
    }

    /// <summary>Moves the complete file to its place, over one that may be there.</summary>
    public void Commit()
    {
        RandomAccess.FlushToDisk(Handle);
        File.Move(_temporary, _target, overwrite: true);
    }

    /// <summary>Moves the complete file to its place, unless something is there.</summary>
    /// <returns>Whether it was moved; of several processes that do this at once one does.</returns>
    public bool TryCommitNew()
    {
        RandomAccess.FlushToDisk(Handle);
        try
        {
            File.Move(_temporary, _target, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(_target))
        {
            return false;
        }
    }

    /// <summary>Removes the file unless it was moved.</summary>
    public void Dispose()
    {
        Handle.Dispose();
        File.Delete(_temporary);
    }

    private static void RemoveLeftovers(string directory, string name)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*" + Suffix))
        {
            if (IsTemporaryOf(Path.GetFileName(path), name) && SpecialFile.DescribeTarget(path) is null && !IsInUse(path))
            {
                File.Delete(path);
            }
        }
    }

    private static bool IsTemporaryOf(string candidate, string name) =>
        candidate.Length == name.Length + 1 + (2 * RandomBytes) + Suffix.Length
        && candidate.StartsWith(name + ".", StringComparison.Ordinal)
        && candidate.EndsWith(Suffix, StringComparison.Ordinal)
        && candidate.Skip(name.Length + 1).Take(2 * RandomBytes).All(char.IsAsciiHexDigitLower);

    // A run that is alive holds a lock on its file; the system drops it when the process ends, however it ends.
    private static bool IsInUse(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.None);
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
