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
            return ClassSpelling.Of(all).Sort(all);
        }

        var unknown = BinaryClasses.Unknown(left.Classes[1]);
        return left.Classes[1] != right.Classes[1] ? null
            : right.Classes[0] == unknown ? left.Classes
            : left.Classes[0] == unknown ? right.Classes
            : null;
    }

    /// <summary>The set with other classes; those that it did not have get the probability 0.</summary>
    public static PredictionSet Recode(PredictionSet set, IReadOnlyList<string> classes)
    {
        // The two classes of a binary task keep their places: only the name of the negative one is learnt.
        if (set.Task == EvaluationTask.Binary || set.Classes.SequenceEqual(classes, StringComparer.Ordinal))
        {
            return set with { Classes = classes };
        }

        var codes = set.Classes.Select(name => (double)classes.ToList().IndexOf(name)).ToArray();
        var columns = set.Classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
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
