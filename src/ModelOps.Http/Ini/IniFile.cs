namespace ModelOps.Http.Ini;

/// <summary>
/// A file in sections of keys and values, by the rules of Python's <c>configparser.ConfigParser</c>, for which the files of the field are written. What
/// Python refuses is refused here, too, and so is what it takes silently although it is hardly meant.
/// </summary>
internal sealed class IniFile
{
    private const string Defaults = "DEFAULT";

    private readonly Dictionary<string, Dictionary<string, IniEntry>> _sections;

    private IniFile(Dictionary<string, Dictionary<string, IniEntry>> sections) => _sections = sections;

    /// <summary>Reads text.</summary>
    /// <exception cref="IniException">A line is not understood.</exception>
    public static IniFile Parse(string text) => new(new IniReader(Defaults).Read(text));

    /// <summary>A value of a section, else its default; null when there is neither, or no such section.</summary>
    /// <param name="section">Name of the section; capitals count.</param>
    /// <param name="key">Name of the key; capitals do not count.</param>
    public IniEntry? Find(string section, string key)
    {
        var name = IniReader.Normalize(key);
        return !_sections.TryGetValue(section, out var entries) ? null
            : entries.TryGetValue(name, out var entry) ? entry
            : _sections.TryGetValue(Defaults, out var defaults) ? defaults.GetValueOrDefault(name) : null;
    }
}
