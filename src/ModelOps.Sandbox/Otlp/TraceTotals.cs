using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Spans;
using ModelOps.Sandbox.Traces;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Otlp;

/// <summary>What the spans of a request add to the metadata of their trace.</summary>
internal sealed class TraceTotals
{
    private readonly StoreConnection _connection;
    private readonly string _id;
    private readonly Dictionary<string, string> _stored;
    private readonly List<KeyValuePair<string, double>> _tokens = [];
    private readonly List<KeyValuePair<string, double>> _costs = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Begins with what is stored.</summary>
    public TraceTotals(StoreConnection connection, string id)
    {
        (_connection, _id) = (connection, id);
        _stored = connection
            .Query("SELECT key, value FROM trace_request_metadata WHERE request_id = $id", row => new WireTag(row.GetString(0), row.Text(1)), ("$id", id))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether the times of the trace stay. A real server, which seems to look only where it has metadata to add, keeps those of a finalized trace
    /// when the spans have used tokens, and widens them when they have not.
    /// </summary>
    public bool IsSettled => _tokens.Count > 0 && _stored.ContainsKey(TraceKeys.InfoFinalized);

    /// <summary>Counts a span.</summary>
    public void Add(SpanData span)
    {
        Sum(_tokens, TokenCounts.Parse(span.Attribute(SpanKeys.TokenUsage)));
        Sum(_costs, TokenCounts.Parse(span.Attribute(SpanKeys.Cost)));
        foreach (var (key, attribute) in new[] { (TraceKeys.Session, SpanKeys.Session), (TraceKeys.User, SpanKeys.User) })
        {
            if (span.Attribute(attribute) is { } text)
            {
                _texts[key] = text;
            }
        }
    }

    /// <summary>Writes the metadata, but for what a caller has settled.</summary>
    public void Save()
    {
        if (_tokens.Count > 0 && !IsKept(TraceKeys.TokenUsage))
        {
            Sum(_tokens, TokenCounts.Parse(_stored.GetValueOrDefault(TraceKeys.TokenUsage)));
            Set(TraceKeys.TokenUsage, Write(_tokens, number => ((long)number).ToString(CultureInfo.InvariantCulture)));
            _tokens.ForEach(pair => TraceWrites.SetMetric(_connection, _id, pair.Key, pair.Value));
        }

        if (_costs.Count > 0 && !IsKept(TraceKeys.Cost))
        {
            Sum(_costs, TokenCounts.Parse(_stored.GetValueOrDefault(TraceKeys.Cost)));
            Set(TraceKeys.Cost, Write(_costs, PythonFloat.Format));
        }

        foreach (var (key, text) in _texts.Where(pair => !IsKept(pair.Key)))
        {
            Set(key, text);
        }
    }

    private static string Write(IEnumerable<KeyValuePair<string, double>> numbers, Func<double, string> format) =>
        SpanContent.WriteObject(numbers.Select(pair => KeyValuePair.Create(pair.Key, format(pair.Value))));

    private static void Sum(List<KeyValuePair<string, double>> sums, IEnumerable<KeyValuePair<string, double>> numbers)
    {
        foreach (var (key, value) in numbers)
        {
            var place = sums.FindIndex(pair => pair.Key == key);
            if (place < 0)
            {
                sums.Add(new(key, value));
            }
            else
            {
                sums[place] = new(key, sums[place].Value + value);
            }
        }
    }

    private bool IsKept(string key) => _stored.ContainsKey(TraceKeys.InfoFinalized) && _stored.ContainsKey(key);

    private void Set(string key, string value) => TraceWrites.SetMetadata(_connection, _id, key, value);
}
