namespace ModelOps.Core.Suites;

/// <summary>What tells a file that was written since from one that an earlier run left behind.</summary>
/// <param name="Written">Time of the last write.</param>
/// <param name="Length">Bytes.</param>
internal sealed record FileStamp(DateTime Written, long Length)
{
    /// <summary>The stamp of a file; null when there is none.</summary>
    public static FileStamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new(file.LastWriteTimeUtc, file.Length) : null;
}
