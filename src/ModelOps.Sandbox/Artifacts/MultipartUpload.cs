using System.IO.Pipelines;
using System.Security.Cryptography;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>
/// A file that is uploaded in parts. Parts of equal size go straight to their place in the file; a part whose place is not known is kept aside, and
/// the file is then put together from its parts.
/// </summary>
internal sealed class MultipartUpload(ArtifactRoot root, string target, int count) : IDisposable
{
    private const int CopySize = 1 << 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, MultipartPart> _parts = [];
    private readonly HashSet<int> _receiving = [];
    private readonly List<string> _files = [];
    private string? _main;
    private long? _partSize;
    private bool _isEnded;

    /// <summary>Path of the artifact.</summary>
    public string Target => target;

    /// <summary>How many parts there are.</summary>
    public int Count => count;

    /// <summary>What the URLs of the parts carry: nobody can guess it.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>When a part was last received.</summary>
    public DateTimeOffset LastUse { get; set; }

    /// <summary>Receives a part; sent again, it replaces what was there.</summary>
    /// <returns>The mark of the part.</returns>
    public async Task<string> ReceiveAsync(int number, long? length, PipeReader body, CancellationToken cancellationToken)
    {
        var (path, offset) = Reserve(number, length);
        try
        {
            using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            var written = await ArtifactReceiver.WriteAsync(body, file, offset, cancellationToken);
            var etag = $"\"{RandomNumberGenerator.GetHexString(32, lowercase: true)}\"";
            lock (_lock)
            {
                _parts[number] = new(etag, path, offset, written);
            }

            return etag;
        }
        finally
        {
            lock (_lock)
            {
                _receiving.Remove(number);
            }
        }
    }

    /// <summary>Puts the file in its place.</summary>
    /// <param name="listed">Numbers and marks of the parts, in their order.</param>
    /// <exception cref="MlflowFault">A part is missing, has another mark, or is out of order; the upload goes on.</exception>
    public void Complete(IReadOnlyList<(long Number, string ETag)> listed)
    {
        List<MultipartPart> parts;
        lock (_lock)
        {
            parts = Check(listed);
            _isEnded = true;
        }

        var whole = parts[0].File;
        if (!AreInPlace(parts))
        {
            whole = NewFile();
            Assemble(parts, whole);
        }
        else
        {
            using var file = File.OpenHandle(whole, FileMode.Open, FileAccess.Write);
            RandomAccess.SetLength(file, parts.Sum(part => part.Length));
        }

        root.Place(whole, target);
    }

    /// <summary>Removes all parts.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isEnded = true;
            _files.ForEach(File.Delete);
        }
    }

    private static bool AreInPlace(List<MultipartPart> parts)
    {
        long end = 0;
        foreach (var part in parts)
        {
            if (part.File != parts[0].File || part.Offset != end)
            {
                return false;
            }

            end += part.Length;
        }

        return true;
    }

    private static void Assemble(List<MultipartPart> parts, string whole)
    {
        using var to = File.OpenHandle(whole, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[CopySize];
        long end = 0;
        foreach (var part in parts)
        {
            using var from = File.OpenHandle(part.File, share: FileShare.ReadWrite | FileShare.Delete);
            for (long done = 0; done < part.Length;)
            {
                var read = RandomAccess.Read(from, buffer.AsSpan(0, (int)Math.Min(CopySize, part.Length - done)), part.Offset + done);
                RandomAccess.Write(to, buffer.AsSpan(0, read), end);
                (done, end) = (done + read, end + read);
            }
        }
    }

    private (string File, long Offset) Reserve(int number, long? length)
    {
        lock (_lock)
        {
            if (_isEnded)
            {
                throw MlflowFault.Missing("The multipart upload has ended");
            }

            _parts.Remove(number);
            var isFirst = _receiving.Add(number);
            if (number < count)
            {
                _partSize ??= length;
            }

            // The last part may be shorter; no part may reach into the next one.
            var fits = length is { } bytes && _partSize is { } size && (number < count ? bytes == size : bytes <= size);
            return isFirst && fits ? (_main ??= NewFile(), (number - 1) * _partSize!.Value) : (NewFile(), 0);
        }
    }

    private List<MultipartPart> Check(IReadOnlyList<(long Number, string ETag)> listed)
    {
        if (_isEnded || _receiving.Count > 0 || listed.Count == 0)
        {
            throw MlflowFault.Invalid(_isEnded ? "The multipart upload has ended" : "No parts are listed, or some are being uploaded");
        }

        var parts = new List<MultipartPart>();
        long last = 0;
        foreach (var (number, etag) in listed)
        {
            if (number <= last || number > count || !_parts.TryGetValue((int)number, out var part) || part.ETag.Trim('"') != etag.Trim('"'))
            {
                throw MlflowFault.Invalid($"Part {number} was not uploaded, has another ETag or is out of order");
            }

            parts.Add(part);
            last = number;
        }

        return parts;
    }

    private string NewFile()
    {
        var file = root.NewPartial();
        lock (_lock)
        {
            _files.Add(file);
        }

        return file;
    }
}
