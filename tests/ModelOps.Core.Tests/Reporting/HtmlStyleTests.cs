using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Core.Reporting.Html;

namespace ModelOps.Core.Tests.Reporting;

public sealed partial class HtmlStyleTests
{
    private const double ForText = 4.5;
    private const double ForGraphics = 3;

    private static readonly (string Ink, string Paper, double Least)[] Pairs =
    [
        ("text", "page", ForText), ("text", "card", ForText), ("quiet", "page", ForText), ("quiet", "card", ForText), ("quiet", "soft", ForText),
        ("good", "good-soft", ForText), ("bad", "bad-soft", ForText), ("unsure", "unsure-soft", ForText), ("broken", "broken-soft", ForText),
        ("neutral", "neutral-soft", ForText), ("text", "good-soft", ForText), ("text", "bad-soft", ForText), ("text", "unsure-soft", ForText),
        ("text", "broken-soft", ForText), ("challenger", "card", ForGraphics), ("champion", "card", ForGraphics), ("good", "card", ForGraphics),
        ("bad", "card", ForGraphics), ("unsure", "card", ForGraphics),
    ];

    [Fact]
    public void Every_palette_has_the_contrast_of_WCAG_AA()
    {
        var palettes = Root().Matches(HtmlStyle.Sheet)
            .Select(root => Colour().Matches(root.Value).ToDictionary(match => match.Groups["name"].Value, match => Luminance(match.Groups["rgb"].Value)))
            .ToArray();

        Assert.Equal(3, palettes.Length);
        foreach (var palette in palettes)
        {
            Assert.All(Pairs, pair => Assert.True(Contrast(palette[pair.Ink], palette[pair.Paper]) >= pair.Least, $"{pair.Ink} on {pair.Paper}"));
        }
    }

    [Fact]
    public void A_browser_reads_the_sheet_as_it_stands() => Assert.DoesNotMatch("[<>&\r]", HtmlStyle.Sheet);

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    // Relative luminance of WCAG 2.
    private static double Luminance(string rgb)
    {
        var parts = Enumerable.Range(0, 3).Select(index => int.Parse(rgb.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(":root {[^}]*}")]
    private static partial Regex Root();

    [GeneratedRegex("--(?<name>[a-z-]+): #(?<rgb>[0-9a-f]{6});")]
    private static partial Regex Colour();
}
