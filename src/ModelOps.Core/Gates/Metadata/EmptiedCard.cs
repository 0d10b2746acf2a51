namespace ModelOps.Core.Gates.Metadata;

/// <summary>A model card that lost the text of one section.</summary>
internal static class EmptiedCard
{
    /// <summary>The headings of a card, with a word below each but one.</summary>
    /// <param name="card">The card.</param>
    /// <param name="heading">Heading that gets no text, nor what is below it.</param>
    /// <returns>Null when no such heading has text.</returns>
    public static string? Of(string card, string heading)
    {
        var name = CardReader.Plain(heading);
        var sections = CardReader.Read(card);
        if (!sections.Any(section => IsNamed(section, name) && section.HasText))
        {
            return null;
        }

        var lines = new List<string>();
        var emptied = int.MaxValue;
        foreach (var section in sections)
        {
            emptied = IsNamed(section, name) ? Math.Min(emptied, section.Level) : section.Level <= emptied ? int.MaxValue : emptied;
            lines.Add($"{new string('#', section.Level)} {section.Heading}\n");
            lines.Add(emptied == int.MaxValue && section.HasText ? "Text.\n" : "");
        }

        return string.Join('\n', lines);
    }

    private static bool IsNamed(CardSection section, string name) => string.Equals(section.Heading, name, StringComparison.OrdinalIgnoreCase);
}
