namespace ModelOps.Store.Sqlite;

/// <summary>What a store's file has to hold.</summary>
internal interface IStoreSchema
{
    /// <summary>Makes the schema in a file that has none; checks that a file with one can be used.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">The file is something else, or of another revision (MOP2011).</exception>
    Task EnsureAsync(StoreDatabase database, CancellationToken cancellationToken);

    /// <summary>Adds what makes searches of a large store fast and changes no answer.</summary>
    void AddIndexes(StoreConnection connection);

    /// <summary>Opens a new store in memory.</summary>
    StoreConnection OpenEmpty();
}
