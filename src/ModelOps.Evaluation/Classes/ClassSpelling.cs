using System.Globalization;
using ModelOps.Abstractions.IO;

namespace ModelOps.Evaluation.Classes;

/// <summary>
/// How classes are written: as numbers, where <c>1</c> and <c>1.0</c> are the same; as truth values, where <c>True</c> and <c>true</c> are; or as
/// texts. <c>True</c> and <c>1</c> are the same wherever both turn up, as Python has it. They are sorted as scikit-learn sorts labels (numpy.unique): numbers by value, texts by code point.
/// </summary>
internal abstract class ClassSpelling
{
    /// <summary>The spelling of some classes.</summary>
    public static ClassSpelling Of(IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
        {
            return new Texts();
        }

        return texts.All(text => bool.TryParse(text, out _)) ? new Truths()
            : texts.All(text => TryParse(text, out _)) || texts.All(IsBit) ? new Numbers()
            : new Texts();
    }

    /// <summary>The one spelling of a number; null when a text is none.</summary>
    public static string? NumberName(ReadOnlySpan<char> text) => !TryParse(text, out var value)
        ? null
        : value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Whether these are any texts, neither numbers nor truth values.</summary>
    public virtual bool IsText => false;

    /// <summary>The name of a class, one for all its spellings; null when it is none of this kind.</summary>
    public abstract string? Canonical(string text);

    /// <summary>The names in order, each once.</summary>
    public virtual IReadOnlyList<string> Sort(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(Utf8Order.Instance)];

    /// <summary>Which class is the positive one where a single one is known; null when it could be either.</summary>
    public virtual string? UsualPositive(string name) => null;

    // A decimal tells apart whole numbers that a double does not. What begins with a needless 0, as a postal code, is no number.
    private static bool TryParse(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && text.TrimStart(" +-") is not ['0', >= '0' and <= '9', ..];

    private static bool IsBit(string text) => bool.TryParse(text, out _) || NumberName(text) is "0" or "1";

    private sealed class Numbers : ClassSpelling
    {
        public override string? Canonical(string text) => bool.TryParse(text, out var truth) ? truth ? "1" : "0" : NumberName(text);

        public override IReadOnlyList<string> Sort(IEnumerable<string> names) =>
            [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => decimal.Parse(name, CultureInfo.InvariantCulture))];

        public override string? UsualPositive(string name) => name is "0" or "1" ? "1" : null;
    }

    private sealed class Truths : ClassSpelling
    {
        public override string? Canonical(string text) => bool.TryParse(text, out var value)
            ? value ? "true" : "false"
            : NumberName(text) switch { "1" => "true", "0" => "false", _ => null };

        public override string? UsualPositive(string name) => "true";
    }

    private sealed class Texts : ClassSpelling
    {
        public override bool IsText => true;

        public override string? Canonical(string text) => text;
    }
}
