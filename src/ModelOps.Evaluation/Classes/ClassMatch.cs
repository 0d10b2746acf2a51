namespace ModelOps.Evaluation.Classes;

/// <summary>
/// Whether predicted classes are spelled as the labels are. A file has no types, so that a mistake of spelling looks like a model that is
/// always wrong; scikit-learn refuses a mix of text and numbers for the same reason.
/// </summary>
internal static class ClassMatch
{
    private const int Shown = 3;

    /// <summary>What is wrong with predicted classes; null when nothing is.</summary>
    /// <param name="labels">Texts of the column of labels, at least one.</param>
    /// <param name="predictions">Texts of the column of predictions, at least one.</param>
    /// <param name="task">The task.</param>
    public static string? FindProblem(IReadOnlyList<string> labels, IReadOnlyList<string> predictions, EvaluationTask task)
    {
        var (ofLabels, ofPredictions) = (ClassSpelling.Of(labels), ClassSpelling.Of(predictions));
        var all = ClassSpelling.Of([.. labels, .. predictions]);
        var known = labels.Select(text => all.Canonical(text)!).ToHashSet(StringComparer.Ordinal);
        var foreign = predictions.Where(text => !known.Contains(all.Canonical(text)!)).ToList();
        if (foreign.Count == 0)
        {
            return null;
        }

        if (all.IsText && ofLabels.IsText != ofPredictions.IsText)
        {
            return $"labels are {(ofLabels.IsText ? "names" : "numbers or truth values")} ({List(labels)}), predictions are {(ofPredictions.IsText ? "names" : "numbers or truth values")} ({List(predictions)}).";
        }

        var folded = labels.GroupBy(Fold, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        if (foreign.Find(text => folded.ContainsKey(Fold(text))) is { } near)
        {
            return $"predictions have {RowProblems.Show(near)} where labels have {RowProblems.Show(folded[Fold(near)])}: they differ in capitals or spaces only.";
        }

        // Of two classes a model may miss every row of a file that has only one of them.
        return foreign.Count < predictions.Count || (task == EvaluationTask.Binary && known.Count == 1)
            ? null
            : $"no predicted class is ever a label: labels are {List(labels)}, predictions are {List(predictions)}.";
    }

    private static string Fold(string text) => text.Trim().ToUpperInvariant();

    private static string List(IReadOnlyList<string> texts) =>
        string.Join(", ", texts.Take(Shown).Select(text => RowProblems.Show(text))) + (texts.Count > Shown ? ", ..." : "");
}
