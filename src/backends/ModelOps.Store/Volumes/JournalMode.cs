namespace ModelOps.Store.Volumes;

/// <summary>How a store's file keeps what a transaction has not ended yet.</summary>
internal enum JournalMode
{
    /// <summary>A log beside the file, read with an index in shared memory: readers and the writer of one machine do not wait for each other.</summary>
    WriteAhead,

    /// <summary>The pages of before, beside the file; locks of files alone keep processes apart, of other machines too.</summary>
    Rollback,
}
