using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Yaml;

/// <summary>
/// Finds where each character of a scalar's value stands in the file. MLmodel carries JSON in quoted scalars that are folded over lines, and an error in
/// that JSON must point at the line that a reader sees. Block scalars are not mapped: MLflow never writes them there.
/// </summary>
internal sealed class ScalarMap
{
    private readonly string _text;
    private readonly string _value;
    private readonly ScalarStyle _style;
    private readonly List<int> _places = [];
    private int _index;

    private ScalarMap(string text, int start, YamlScalarNode scalar)
    {
        (_text, _value, _style) = (text, scalar.Value ?? "", scalar.Style);
        _index = _style == ScalarStyle.Plain ? start : start + 1;
    }

    /// <summary>Indexes into the text, one for each character of the value and one for its end; null when the two do not line up.</summary>
    public static IReadOnlyList<int>? Create(string text, int start, YamlScalarNode scalar)
    {
        var map = new ScalarMap(text, start, scalar);
        return map.Walk() ? map._places : null;
    }

    private bool Walk()
    {
        while (_places.Count < _value.Length)
        {
            if (_index >= _text.Length || !Step())
            {
                return false;
            }
        }

        _places.Add(_index);
        return true;
    }

    private bool Step()
    {
        var run = BreakLength();
        return run > 0 ? TakeBreak(run) : (_style, _text[_index]) switch
        {
            (ScalarStyle.SingleQuoted, '\'') => TakeEscape("'", _text.AsSpan(_index).StartsWith("''") ? 2 : 0),
            (ScalarStyle.DoubleQuoted, '\\') => TakeBackslash(),
            (ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted or ScalarStyle.Plain, var letter) => TakeEscape(letter.ToString(), 1),
            _ => false,
        };
    }

    // White space around a line break folds with it: to one space, or to one line break less than there are.
    private int BreakLength()
    {
        var end = _index;
        while (end < _text.Length && char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        return _text.AsSpan(_index, end - _index).ContainsAny('\n', '\r') ? end - _index : 0;
    }

    private bool TakeBreak(int length)
    {
        var run = _text.AsSpan(_index, length);
        var breaks = run.Count('\n') + run.Count('\r') - run.Count("\r\n");
        return TakeEscape(breaks == 1 ? " " : new string('\n', breaks - 1), length);
    }

    private bool TakeBackslash()
    {
        var next = _index + 1 < _text.Length ? _text[_index + 1] : '\0';
        if (next is '\n' or '\r')
        {
            var end = _index + 1;
            while (end < _text.Length && char.IsWhiteSpace(_text[end]))
            {
                end++;
            }

            _index = end;
            return true;
        }

        var length = next switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
        var written = next == 'U' && char.IsHighSurrogate(_value[_places.Count]) ? 2 : 1;
        return _places.Count + written <= _value.Length && TakeEscape(_value.Substring(_places.Count, written), length);
    }

    private bool TakeEscape(string written, int length)
    {
        if (length == 0 || !_value.AsSpan(_places.Count).StartsWith(written, StringComparison.Ordinal))
        {
            return false;
        }

        _places.AddRange(Enumerable.Repeat(_index, written.Length));
        _index += length;
        return true;
    }
}
