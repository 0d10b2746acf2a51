using ModelOps.Abstractions.Text;

namespace ModelOps.Evaluation.Classes;

/// <summary>The two classes of a binary task.</summary>
internal static class BinaryClasses
{
    private const int Shown = 5;

    /// <summary>Name of the negative class where no row has it: its real name is not known.</summary>
    public static string Unknown(string positive) => $"not {positive}";

    /// <summary>Puts the negative class first.</summary>
    /// <param name="names">Classes that were found, sorted.</param>
    /// <param name="spelling">How they are written.</param>
    /// <param name="positive">The positive class as the caller writes it; null for the later of the two.</param>
    /// <param name="problem">What is wrong with them; empty when nothing is.</param>
    public static IReadOnlyList<string> Order(IReadOnlyList<string> names, ClassSpelling spelling, string? positive, out string problem)
    {
        problem = "";
        if (names.Count > 2)
        {
            problem = $"A binary task has two classes, found {names.Count}: {List(names)}.";
            return names;
        }

        var last = positive is null ? UsualPositive(names, spelling) : spelling.Canonical(positive);
        if (last is null || (names.Count == 2 && !names.Contains(last)))
        {
            problem = positive is null
                ? $"All rows are of the class '{names[0]}': say by 'positive' which class is the positive one."
                : $"There is no class '{positive}': found {List(names)}.{Suggestion.Hint(positive, names)}";
            return names;
        }

        return [names.FirstOrDefault(name => name != last) ?? Unknown(last), last];
    }

    private static string? UsualPositive(IReadOnlyList<string> names, ClassSpelling spelling) => names.Count == 2 ? names[1] : spelling.UsualPositive(names[0]);

    private static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Shown).Select(name => $"'{name}'")) + (names.Count > Shown ? ", ..." : "");
}
