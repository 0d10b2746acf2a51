namespace ModelOps.Core.Contract;

/// <summary>Explicit arguments: options of a command line, properties of a task.</summary>
/// <param name="values">Texts by property name, without case; a null or empty list counts as absent.</param>
public sealed class ArgumentSource(IReadOnlyDictionary<string, IReadOnlyList<string>> values) : IInputSource
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(values, StringComparer.OrdinalIgnoreCase);

    /// <summary>Property names that were given, in no order.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <inheritdoc />
    public RawValue? Find(InputDescriptor input) =>
        _values.TryGetValue(input.Name.Property, out var texts) && texts.Count > 0 ? new(texts, "argument") : null;

    /// <summary>The same with one value more, or another.</summary>
    internal ArgumentSource With(string property, string text) =>
        new(new Dictionary<string, IReadOnlyList<string>>(_values, StringComparer.OrdinalIgnoreCase) { [property] = [text] });
}
