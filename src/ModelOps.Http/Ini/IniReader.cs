using System.Text;

namespace ModelOps.Http.Ini;

/// <summary>Reads the lines of an <see cref="IniFile"/>.</summary>
/// <param name="defaults">Name of the section that may come again.</param>
internal sealed class IniReader(string defaults)
{
    private static readonly char[] Comment = ['#', ';'];
    private static readonly char[] Delimiters = ['=', ':'];

    private readonly Dictionary<string, Dictionary<string, IniEntry>> _sections = new(StringComparer.Ordinal);
    private readonly StringBuilder _value = new();
    private Dictionary<string, IniEntry>? _section;
    private string? _key;
    private int _keyLine;
    private int _indent;

    /// <summary>A key in the form in which it is compared.</summary>
#pragma warning disable CA1308 // Python compares them in small letters.
    public static string Normalize(string key) => key.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Reads all sections.</summary>
    /// <exception cref="IniException">A line is not understood.</exception>
    public Dictionary<string, Dictionary<string, IniEntry>> Read(string text)
    {
        var number = 0;
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            ReadLine(line, ++number);
        }

        EndValue();
        return _sections;
    }

    private void ReadLine(string line, int number)
    {
        // Python splits and trims at some of them, each in a way of its own.
        if (line.Any(letter => char.IsControl(letter) && letter != '\t'))
        {
            throw new IniException(number, "it has a control character");
        }

        var content = line.Trim();
        if (content.Length == 0)
        {
            // Part of a value that goes on after it.
            _value.Append(_key is null ? "" : "\n");
            return;
        }

        if (Comment.Contains(content[0]))
        {
            return;
        }

        var indent = line.Length - line.TrimStart().Length;
        if (_key is not null && indent > _indent)
        {
            _value.Append('\n').Append(content);
            return;
        }

        EndValue();
        _indent = indent;
        if (content[0] == '[')
        {
            BeginSection(content, number);
        }
        else
        {
            BeginValue(content, number);
        }
    }

    private void BeginSection(string content, int number)
    {
        var end = content.LastIndexOf(']');
        var name = end > 0 ? content[1..end] : "";
        var rest = end > 0 ? content[(end + 1)..].TrimStart() : "";
        if (name.Length == 0 || name.Contains(']', StringComparison.Ordinal) || (rest.Length > 0 && !Comment.Contains(rest[0])))
        {
            throw new IniException(number, "a section is expected as [name] on a line of its own");
        }

        if (_sections.TryGetValue(name, out _section))
        {
            _section = name == defaults ? _section : throw new IniException(number, "the section was there before");
            return;
        }

        _sections[name] = _section = new(StringComparer.Ordinal);
    }

    private void BeginValue(string content, int number)
    {
        if (_section is null)
        {
            throw new IniException(number, "a [section] is expected before the first key");
        }

        var delimiter = content.IndexOfAny(Delimiters);
        if (delimiter <= 0)
        {
            throw new IniException(number, "a key and a value are expected, with = or : between them");
        }

        _key = Normalize(content[..delimiter].TrimEnd());
        _keyLine = number;
        _value.Append(content[(delimiter + 1)..].TrimStart());
        if (_section.ContainsKey(_key))
        {
            throw new IniException(number, "the key was there before in this section");
        }
    }

    private void EndValue()
    {
        if (_key is not null)
        {
            _section![_key] = new(_value.ToString().TrimEnd(), _keyLine);
        }

        _key = null;
        _value.Clear();
    }
}
