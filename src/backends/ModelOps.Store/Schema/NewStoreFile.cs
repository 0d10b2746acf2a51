using ModelOps.Abstractions.IO;
using ModelOps.Store.Volumes;

namespace ModelOps.Store.Schema;

/// <summary>
/// The file of a new store, which has its name only when it is whole. To write the pages costs less than to run the schema's statements, which write
/// each page to the log and from there to the file.
/// </summary>
internal static class NewStoreFile
{
    // "File format write version" and "read version" of the file's header, https://sqlite.org/fileformat2.html#the_database_header: 2 is write-ahead logging.
    private const int WriteVersion = 18;
    private const int ReadVersion = 19;
    private const byte WriteAheadLog = 2;

    /// <summary>Makes the file unless there is one. Where the system does not let it, nothing is there, and SQLite says why when it is opened.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="pages">Pages of a store in memory.</param>
    /// <param name="journal">The mode that the file is in.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is there then.</param>
    public static async Task TryMakeAsync(string path, byte[] pages, JournalMode journal, CancellationToken cancellationToken)
    {
        if (journal == JournalMode.WriteAhead)
        {
            pages[WriteVersion] = pages[ReadVersion] = WriteAheadLog;
        }

        try
        {
            using var staged = StagedFile.Create(path, pages.Length);
            await RandomAccess.WriteAsync(staged.Handle, pages, 0, cancellationToken).ConfigureAwait(false);
            staged.TryCommitNew();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk, a directory that may not be written.
        }
    }
}
