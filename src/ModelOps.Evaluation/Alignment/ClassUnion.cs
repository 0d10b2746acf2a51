using ModelOps.Evaluation.Classes;

namespace ModelOps.Evaluation.Alignment;

/// <summary>Gives two sets of predictions the same classes.</summary>
internal static class ClassUnion
{
    /// <summary>The classes of both sets, in order.</summary>
    /// <returns>Null when they cannot be those of one binary task.</returns>
    public static IReadOnlyList<string>? Of(PredictionSet left, PredictionSet right)
    {
        if (left.Classes.SequenceEqual(right.Classes, StringComparer.Ordinal))
        {
            return left.Classes;
        }

        if (left.Task != EvaluationTask.Binary)
        {
            List<string> all = [.. left.Classes, .. right.Classes];
            var spelling = ClassSpelling.Of(all);
            return spelling.Sort(all.Select(name => spelling.Canonical(name)!));
        }

        if (OfBits(left.Classes, right.Classes))
        {
            return left.Classes;
        }

        var unknown = BinaryClasses.Unknown(left.Classes[1]);
        return left.Classes[1] != right.Classes[1] ? null
            : right.Classes[0] == unknown ? left.Classes
            : left.Classes[0] == unknown ? right.Classes
            : null;
    }

    // True and 1 are one class, so the files of two models may differ in which of them they write.
    private static bool OfBits(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        List<string> all = [.. left, .. right];
        var spelling = ClassSpelling.Of(all);
        return !spelling.IsText && left.Zip(right).All(pair => spelling.Canonical(pair.First) == spelling.Canonical(pair.Second));
    }

    /// <summary>The set with other classes; those that it did not have get the probability 0.</summary>
    public static PredictionSet Recode(PredictionSet set, IReadOnlyList<string> classes)
    {
        // The two classes of a binary task keep their places: only the name of the negative one is learnt.
        if (set.Task == EvaluationTask.Binary || set.Classes.SequenceEqual(classes, StringComparer.Ordinal))
        {
            return set with { Classes = classes };
        }

        var spelling = ClassSpelling.Of([.. set.Classes, .. classes]);
        string[] names = [.. set.Classes.Select(name => spelling.Canonical(name)!)];
        var codes = Array.ConvertAll(names, name => (double)classes.ToList().IndexOf(name));
        var columns = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return set with
        {
            Classes = classes,
            Labels = Array.ConvertAll(set.Labels, code => codes[(int)code]),
            Predictions = Array.ConvertAll(set.Predictions, code => codes[(int)code]),
            Probabilities = set.Probabilities.Count == 0
                ? []
                : [.. classes.Select(name => columns.TryGetValue(name, out var column) ? set.Probabilities[column] : new double[set.Count])],
        };
    }
}
