using System.Security.Cryptography;
using System.Text.Json;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Gathering.Cache;

/// <summary>
/// Keeps predictions by what they depend on, in <c>.modelops/predictions</c>. An entry that was damaged, or is no plain file, is not used: its digests are in a
/// note beside it. Whoever may write into the working directory may write both, as they may write the command itself.
/// </summary>
/// <param name="root">Directory of modelops.yml.</param>
internal sealed class PredictionCache(string root)
{
    private const long MaxMetricsBytes = 1024 * 1024;
    private const int MaxNoteBytes = 1024;

    private readonly string _directory = Path.Combine(root, ".modelops", "predictions");
    private readonly CacheNotes _notes = new(root);

    /// <summary>Copies an entry; null when there is none that can be used.</summary>
    /// <param name="key">What the predictions depend on.</param>
    /// <param name="format">Format of the predictions.</param>
    /// <param name="output">A private directory for the copies.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<PredictionFiles?> FindAsync(string key, string format, string output, CancellationToken cancellationToken)
    {
        if (await ReadNoteAsync(key, cancellationToken) is not { } note)
        {
            return null;
        }

        var predictions = Path.Combine(output, PredictionFormat.FileName(format));
        var metrics = note.Metrics is null ? null : Path.Combine(output, "metrics.json");
        var isWhole = await CopyAsync(PredictionsOf(key, format), predictions, note.Predictions, PredictionFiles.MaxBytes, cancellationToken)
            && (metrics is null || await CopyAsync(MetricsOf(key), metrics, note.Metrics!, MaxMetricsBytes, cancellationToken));
        if (isWhole)
        {
            return new(predictions, metrics);
        }

        // Nobody shall take what is left of it for what a command wrote.
        File.Delete(predictions);
        File.Delete(metrics ?? predictions);
        return null;
    }

    /// <summary>Keeps predictions. Without a place to keep them the next run makes them again.</summary>
    /// <returns>Why they cannot be kept; null when they are.</returns>
    public async Task<string?> KeepAsync(string key, string format, PredictionFiles files, CancellationToken cancellationToken)
    {
        try
        {
            if (LinkFreePath.FindLink(root, _directory) is { } link)
            {
                return $"'{link}' is a link";
            }

            WorkDirectory.Create(_directory);
            var note = new CacheNote(
                await StoreAsync(files.Predictions, PredictionsOf(key, format), cancellationToken),
                files.Metrics is null ? null : await StoreAsync(files.Metrics, MetricsOf(key), cancellationToken));
            await StagedFile.WriteAsync(NoteOf(key), JsonSerializer.SerializeToUtf8Bytes(note, CacheJson.Default.CacheNote), cancellationToken);
            _notes.Own(NoteOf(key));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    /// <summary>Notes what is kept, before the first command runs.</summary>
    public void Seal() => _notes.Seal(_directory);

    /// <summary>
    /// Removes entries that somebody else wrote or changed since the first command ran: the code of one model could have written those of another. An honest run
    /// beside this one makes its own again.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int DropForeign() => _notes.DropForeign(_directory);

    private string PredictionsOf(string key, string format) => Path.Combine(_directory, $"{key}{Path.GetExtension(PredictionFormat.FileName(format))}");

    private string MetricsOf(string key) => Path.Combine(_directory, $"{key}.metrics.json");

    private string NoteOf(string key) => Path.Combine(_directory, $"{key}.note.json");

    private async Task<CacheNote?> ReadNoteAsync(string key, CancellationToken cancellationToken)
    {
        var path = NoteOf(key);
        try
        {
            return CheckedFile.IsPlain(root, path) && new FileInfo(path).Length <= MaxNoteBytes
                ? JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path, cancellationToken), CacheJson.Default.CacheNote)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    // The copy is what is hashed and what is used: nobody changes it in between.
    private async Task<bool> CopyAsync(string path, string target, string expected, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            if (!CheckedFile.IsPlain(root, path))
            {
                return false;
            }

            await using var file = File.OpenRead(path);
            return await CheckedFile.CopyAsync(file, target, maxBytes, cancellationToken) == expected;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task<string> StoreAsync(string from, string to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var staged = StagedFile.Create(to, new FileInfo(from).Length);
        await using (var source = File.OpenRead(from))
        {
            var buffer = new byte[128 * 1024];
            long position = 0;
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0; position += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                await RandomAccess.WriteAsync(staged.Handle, buffer.AsMemory(0, read), position, cancellationToken);
            }
        }

        staged.Commit();
        return CheckedFile.DigestOf(hash.GetHashAndReset());
    }
}
