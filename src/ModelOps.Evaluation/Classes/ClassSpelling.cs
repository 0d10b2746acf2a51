using System.Globalization;
using ModelOps.Abstractions.IO;

namespace ModelOps.Evaluation.Classes;

/// <summary>
/// How classes are written: as numbers, where <c>1</c> and <c>1.0</c> are the same; as truth values, where <c>True</c> and <c>true</c> are; or as
/// texts. They are sorted as scikit-learn sorts labels (numpy.unique): numbers by value, texts by code point.
/// </summary>
internal abstract class ClassSpelling
{
    /// <summary>The spelling of some classes.</summary>
    public static ClassSpelling Of(IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0 && texts.All(text => TryParse(text, out _)))
        {
            return new Numbers();
        }

        return texts.Count > 0 && texts.All(text => bool.TryParse(text, out _)) ? new Truths() : new Texts();
    }

    /// <summary>The name of a class, one for all its spellings; null when it is none of this kind.</summary>
    public abstract string? Canonical(string text);

    /// <summary>The names in order, each once.</summary>
    public virtual IReadOnlyList<string> Sort(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(Utf8Order.Instance)];

    /// <summary>Which class is the positive one where a single one is known; null when it could be either.</summary>
    public virtual string? UsualPositive(string name) => null;

    // A decimal tells apart whole numbers that a double does not. What begins with a needless 0, as a postal code, is no number.
    private static bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && text.AsSpan().TrimStart(" +-") is not ['0', >= '0' and <= '9', ..];

    private sealed class Numbers : ClassSpelling
    {
        public override string? Canonical(string text) => !TryParse(text, out var value)
            ? null
            : value == 0 ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture);

        public override IReadOnlyList<string> Sort(IEnumerable<string> names) =>
            [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => decimal.Parse(name, CultureInfo.InvariantCulture))];

        public override string? UsualPositive(string name) => name is "0" or "1" ? "1" : null;
    }

    private sealed class Truths : ClassSpelling
    {
        public override string? Canonical(string text) => bool.TryParse(text, out var value) ? value ? "true" : "false" : null;

        public override string? UsualPositive(string name) => "true";
    }

    private sealed class Texts : ClassSpelling
    {
        public override string? Canonical(string text) => text;
    }
}
