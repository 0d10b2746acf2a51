using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>A request message that was read: fields that were not sent have the empty value of their type.</summary>
internal sealed class Message
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public bool Has(string field) => _values.ContainsKey(field);

    /// <summary>Text; empty when it was not sent.</summary>
    public string Text(string field) => _values.GetValueOrDefault(field) as string ?? "";

    /// <summary>Text; null when it was not sent.</summary>
    public string? TextOrNull(string field) => _values.GetValueOrDefault(field) as string;

    public long Integer(string field, long absent = 0) => IntegerOrNull(field) ?? absent;

    public long? IntegerOrNull(string field) => _values.GetValueOrDefault(field) as long?;

    public double Number(string field) => _values.GetValueOrDefault(field) as double? ?? 0;

    public bool Flag(string field, bool absent = false) => _values.GetValueOrDefault(field) as bool? ?? absent;

    /// <summary>Number of a choice.</summary>
    public int Choice(string field, int absent) => _values.GetValueOrDefault(field) as int? ?? absent;

    public Message? Part(string field) => _values.GetValueOrDefault(field) as Message;

    /// <summary>Texts by keys, in the order of the sender; empty when it was not sent.</summary>
    public IReadOnlyList<WireTag> Map(string field) => List<WireTag>(field);

    /// <summary>Any JSON; null when it was not sent.</summary>
    public JsonElement? Json(string field) => _values.GetValueOrDefault(field) as JsonElement?;

    public IReadOnlyList<Message> Parts(string field) => List<Message>(field);

    public IReadOnlyList<string> Texts(string field) => List<string>(field);

    /// <summary>Sets a field.</summary>
    public void Set(string field, object value) => _values[field] = value;

    private T[] List<T>(string field) => _values.GetValueOrDefault(field) is List<object> items ? [.. items.Cast<T>()] : [];
}
