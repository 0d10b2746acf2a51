namespace ModelOps.Store.Sqlite;

/// <summary>Prepared statements by their text: beyond a number, the one that was used least recently is prepared no more, unless it is in use.</summary>
/// <param name="capacity">How many are kept.</param>
/// <param name="prepare">Makes the statement of a text.</param>
internal sealed class StatementCache<T>(int capacity, Func<string, T> prepare) : IDisposable
    where T : class, IDisposable
{
    // Longer than any constant statement; a filter may make hundreds of kilobytes.
    private const int MaxText = 4000;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>How many are kept now; more than the capacity only while all of them are in use.</summary>
    public int Count => _entries.Count;

    /// <summary>Takes a statement, which nobody else gets and nothing disposes of until the lease is.</summary>
    public Lease Rent(string sql)
    {
        var isKept = _entries.TryGetValue(sql, out var entry);
        if (sql.Length > MaxText || (isKept && entry!.IsInUse))
        {
            // A statement that runs on the rows of its own query, or one too large to be kept, lives as long as its lease.
            return new(this, new(sql, prepare(sql)));
        }

        if (!isKept)
        {
            entry = new(sql, prepare(sql));
            _entries.Add(sql, entry);
        }

        entry!.IsInUse = true;
        return new(this, entry);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Statement.Dispose();
        }

        _entries.Clear();
    }

    private void Return(Entry entry)
    {
        if (!entry.IsInUse)
        {
            entry.Statement.Dispose();
            return;
        }

        entry.IsInUse = false;
        entry.LastUse = ++_uses;
        if (_entries.Count > capacity && _entries.Values.Where(other => !other.IsInUse).MinBy(other => other.LastUse) is { } oldest)
        {
            _entries.Remove(oldest.Sql);
            oldest.Statement.Dispose();
        }
    }

    /// <summary>The use of a statement, which ends with its disposal.</summary>
    public readonly struct Lease : IDisposable
    {
        private readonly StatementCache<T> _cache;
        private readonly Entry _entry;

        internal Lease(StatementCache<T> cache, Entry entry) => (_cache, _entry) = (cache, entry);

        /// <summary>The statement.</summary>
        public T Statement => _entry.Statement;

        /// <inheritdoc />
        public void Dispose() => _cache.Return(_entry);
    }

    internal sealed class Entry(string sql, T statement)
    {
        public string Sql => sql;

        public T Statement => statement;

        public bool IsInUse { get; set; }

        public long LastUse { get; set; }
    }
}
