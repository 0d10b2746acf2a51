namespace ModelOps.Http.Ini;

/// <summary>A value of a file, with the line that it begins on. Not shown by any message: it may be secret.</summary>
/// <param name="text">The value as it stands there, percent signs still doubled; further lines follow after a line feed.</param>
/// <param name="line">Line of the key, counted from 1.</param>
internal sealed class IniEntry(string text, int line)
{
    /// <summary>The value as it stands there, percent signs still doubled.</summary>
    public string Text { get; } = text;

    /// <summary>Line of the key, counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The value with doubled percent signs made one, as Python's <c>ConfigParser</c> gives it.</summary>
    /// <exception cref="IniException">A percent sign stands for something else: a reference to another key, or a mistake that Python refuses.</exception>
    public string Unescape()
    {
        var single = Text.Replace("%%", "", StringComparison.Ordinal);
        if (single.Contains("%(", StringComparison.Ordinal))
        {
            throw new IniException(Line, "the value refers to another key by %(…)s, which is not supported: write the value itself");
        }

        return single.Contains('%', StringComparison.Ordinal)
            ? throw new IniException(Line, "the value has a single percent sign: write two of them for one")
            : Text.Replace("%%", "%", StringComparison.Ordinal);
    }
}
