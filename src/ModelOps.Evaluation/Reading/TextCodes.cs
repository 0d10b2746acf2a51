namespace ModelOps.Evaluation.Reading;

/// <summary>Gives every text a code, from 0 without gaps, so that a column of texts costs a number a row.</summary>
internal sealed class TextCodes
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TextCodes() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The texts, in the order of their codes.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Code of a text, a new one where it is new.</summary>
    public int Of(ReadOnlySpan<char> text)
    {
        if (!_lookup.TryGetValue(text, out var code))
        {
            code = _texts.Count;
            var name = text.ToString();
            _texts.Add(name);
            _codes.Add(name, code);
        }

        return code;
    }
}
