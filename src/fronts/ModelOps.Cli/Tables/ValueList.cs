using ModelOps.Core.Hosting;

namespace ModelOps.Cli.Tables;

/// <summary>Lays names and values out in lines.</summary>
internal static class ValueList
{
    private const int MaxValue = 1000;

    /// <summary>The lines: a name, and its values below each other. A value goes on below its beginning.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> values, TextForm form)
    {
        var width = values.Count == 0 ? 0 : values.Max(value => DisplayWidth.Of(value.Name));
        var room = form.Width == int.MaxValue ? form.Width : Math.Max(1, form.Width - width - ColumnWidths.Gap);
        foreach (var (name, lines) in values)
        {
            var label = name;
            foreach (var line in lines.SelectMany(line => WordWrap.Lines(Bounded(line, form), room)))
            {
                var padding = new string(' ', width - DisplayWidth.Of(label) + ColumnWidths.Gap);
                yield return LogText.Clean(label + padding + line);
                label = "";
            }
        }
    }

    // What has a line of its own may be longer than a cell.
    private static string Bounded(string value, TextForm form) => form.IsWhole ? value : DisplayWidth.Cut(form.IsShort ? RelativeTime.Of(CellText.Shorten(value), form.Now) : value, MaxValue);
}
