namespace ModelOps.Sandbox.Reading;

/// <summary>Rows of one query, collected by what they belong to.</summary>
internal sealed class Grouping<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<TValue>> _lists = [];

    /// <summary>Adds a row.</summary>
    /// <returns>The row.</returns>
    public TValue Add(TKey key, TValue value)
    {
        if (!_lists.TryGetValue(key, out var list))
        {
            _lists.Add(key, list = []);
        }

        list.Add(value);
        return value;
    }

    /// <summary>The rows of a key; null when there are none, as lists without items are not sent.</summary>
    public IReadOnlyList<TValue>? Find(TKey key) => _lists.GetValueOrDefault(key);
}
