using System.Text;
using System.Text.Json;

namespace ModelOps.Evaluation.Reading;

/// <summary>The values of one JSON object as texts, by column. Columns are found as objects bring them.</summary>
/// <param name="limits">How much is read.</param>
internal sealed class JsonRow(ReadLimits limits)
{
    private readonly List<string> _columns = [];
    private readonly List<byte[]> _names = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<(int Row, int Start, int Length)> _cells = [];
    private char[] _text = new char[1024];
    private int _used;
    private int _row;

    /// <summary>Names of the columns so far.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>Text of a value; empty when the object has none, or null.</summary>
    public ReadOnlySpan<char> this[int column] =>
        _cells[column] is var (row, start, length) && row == _row ? _text.AsSpan(start, length) : [];

    /// <summary>Reads an object.</summary>
    /// <param name="json">Its text, nothing else but white space around it.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it is not Unicode.</exception>
    public string? Read(ReadOnlySpan<byte> json)
    {
        (_used, _row) = (0, _row + 1);
        if (_text.Length < json.Length)
        {
            _text = new char[2 * json.Length];
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TokenType == JsonTokenType.StartArray
                ? "The line begins a JSON array; expected one JSON object a line (in pandas: orient=\"records\", lines=True)."
                : "The line is no JSON object.";
        }

        for (var place = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; place++)
        {
            if (ReadProperty(ref reader, json, place) is { } problem)
            {
                return problem;
            }
        }

        return reader.Read() ? "More than one JSON value stands on the line." : null;
    }

    private string? ReadProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int place)
    {
        var column = FindColumn(ref reader, place);
        if (column < 0)
        {
            return $"There are more than {limits.Columns} columns.";
        }

        if (_cells[column].Row == _row)
        {
            return $"The property {RowProblems.Show(_columns[column])} is there twice.";
        }

        reader.Read();
        var start = _used;
        _used += CopyValue(ref reader, json);
        _cells[column] = (_row, start, _used - start);
        return _used - start <= limits.FieldLength ? null : $"The property {RowProblems.Show(_columns[column])} has more than {limits.FieldLength} characters.";
    }

    // Objects of one file nearly always have the same properties in the same order.
    private int FindColumn(ref Utf8JsonReader reader, int place)
    {
        if (place < _names.Count && reader.ValueTextEquals(_names[place]))
        {
            return place;
        }

        var name = reader.GetString()!;
        if (!_indexes.TryGetValue(name, out var column))
        {
            if (_columns.Count == limits.Columns)
            {
                return -1;
            }

            column = _columns.Count;
            _indexes.Add(name, column);
            _columns.Add(name);
            _names.Add(Encoding.UTF8.GetBytes(name));
            _cells.Add(default);
        }

        return column;
    }

    private int CopyValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return 0;
            case JsonTokenType.String:
                return reader.CopyString(_text.AsSpan(_used));
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return Encoding.UTF8.GetChars(json[start..(int)reader.BytesConsumed], _text.AsSpan(_used));
            default:
                return Encoding.UTF8.GetChars(reader.ValueSpan, _text.AsSpan(_used));
        }
    }
}
