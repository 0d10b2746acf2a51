namespace ModelOps.Sandbox.Protocol;

/// <summary>Fields of a message; what else a caller sends is ignored.</summary>
internal sealed class MessageShape(params Field[] fields)
{
    private readonly Dictionary<string, Field> _fields = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>A message of which nothing is read.</summary>
    public static MessageShape Empty { get; } = new();

    /// <summary>A key with a value, as every tag and parameter is sent.</summary>
    public static MessageShape KeyValue { get; } = new(Field.Text("key"), Field.Text("value"));

    /// <summary>All fields.</summary>
    public IReadOnlyList<Field> Fields => fields;

    /// <summary>A field by its name; null when there is none.</summary>
    public Field? Find(string name) => _fields.GetValueOrDefault(name);
}
