namespace ModelOps.Store.Sqlite;

/// <summary>A write that waits for the writer.</summary>
internal interface IPendingWrite
{
    /// <summary>Whether nobody waits for the result any more.</summary>
    bool IsAbandoned { get; }

    /// <summary>Does the work, again after a roll-back; its result is kept until <see cref="Complete"/>.</summary>
    void Run(StoreConnection connection);

    /// <summary>Hands the result over: the work is durable.</summary>
    void Complete();

    /// <summary>Hands a failure over: nothing of the work happened.</summary>
    void Fail(Exception failure);
}
