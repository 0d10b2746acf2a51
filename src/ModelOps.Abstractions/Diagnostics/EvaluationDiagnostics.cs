namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of predictions, metrics and comparisons (MOP60xx).</summary>
public static class EvaluationDiagnostics
{
    /// <summary>A file of predictions or inputs that cannot be read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new(
        "MOP6001", Severity.Error, "Predictions cannot be read",
        "The file is neither CSV with a header nor JSON lines, or a row of it is damaged.",
        "Correct the row shown; write CSV after RFC 4180 in UTF-8 with a header line, or one JSON object a line.");

    /// <summary>A column that the file does not have.</summary>
    public static readonly DiagnosticDescriptor ColumnMissing = new(
        "MOP6002", Severity.Error, "Column missing",
        "The file of predictions lacks a column that modelops.yml or the call names.",
        "Correct the name; the message suggests the nearest one, or shows those that are there.");

    /// <summary>A value of the wrong form.</summary>
    public static readonly DiagnosticDescriptor ValueInvalid = new(
        "MOP6003", Severity.Error, "Value not understood",
        "A cell holds no value, no finite number where one is needed, or a probability or weight outside its range.",
        "Correct the rows shown, or leave rows that cannot be judged out of the file of both models.");

    /// <summary>Missing, extra or duplicate keys, or labels that differ.</summary>
    public static readonly DiagnosticDescriptor KeysDiffer = new(
        "MOP6004", Severity.Error, "Predictions are not about the same rows",
        "Rows are aligned by key: a key is missing in one file, is there twice, or has another label or slice in the other file.",
        "Let both models predict the same held-out rows.");

    /// <summary>A metric that is not known, or not for the task.</summary>
    public static readonly DiagnosticDescriptor UnknownMetric = new(
        "MOP6005", Severity.Error, "Unknown metric",
        "The name is no metric of the toolkit, or the metric is not for this task, or needs probabilities that are not there.",
        "Correct the name, or name the columns of probabilities.");

    /// <summary>A metric that has no value on these rows.</summary>
    public static readonly DiagnosticDescriptor Undefined = new(
        "MOP6006", Severity.Error, "Metric is not defined",
        "The metric has no value on these rows, such as the AUC of rows that are all of one class.",
        "Evaluate on rows of all classes, or choose another metric.");

    /// <summary>More rows than are read.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "MOP6007", Severity.Error, "Too many rows",
        "The file has more rows, columns or values than the toolkit reads at once.",
        "Evaluate on a sample of the rows.");

    /// <summary>Both models predict the same.</summary>
    public static readonly DiagnosticDescriptor Identical = new(
        "MOP6008", Severity.Error, "Identical predictions",
        "Challenger and champion made the same prediction on every row: most likely a model is compared with itself.",
        "Check that the command loads the model it is given; set allow_identical when the models are meant to predict alike.");

    /// <summary>A comparison that the challenger lost.</summary>
    public static readonly DiagnosticDescriptor Worse = new(
        "MOP6009", Severity.Error, "Challenger is not good enough",
        "The comparison shows that the challenger is worse than the champion, or that the hypothesis does not hold.",
        "Keep the champion; look at the slices of the report to see where the challenger loses.");

    /// <summary>A comparison that the rows do not decide.</summary>
    public static readonly DiagnosticDescriptor Undecided = new(
        "MOP6010", Severity.Warning, "Not enough evidence",
        "The rows neither show the hypothesis nor the opposite.",
        "Label more rows, the message says how many; or accept a larger tolerance.");

    /// <summary>A method that cannot compare this metric.</summary>
    public static readonly DiagnosticDescriptor MethodUnfit = new(
        "MOP6011", Severity.Error, "Method does not fit the metric",
        "McNemar's test compares accuracy, DeLong's ROC AUC, Wilcoxon's metrics that are a mean over rows; only the bootstrap knows clusters.",
        "Choose another method; bootstrap fits every metric.");

    /// <summary>A command that made no predictions.</summary>
    public static readonly DiagnosticDescriptor CommandFailed = new(
        "MOP6012", Severity.Error, "Evaluation command failed",
        "The command under evaluation or gates.runtime ended with an exit code other than 0, ran out of time, or did not write what it was asked for.",
        "Read the end of its output; run it by hand with MODEL_URI set to a model directory.");

    /// <summary>Neither predictions nor a way to make them.</summary>
    public static readonly DiagnosticDescriptor NoEvaluation = new(
        "MOP6013", Severity.Error, "Nothing to evaluate",
        "The call names no predictions, and modelops.yml says nowhere how predictions of the model are made.",
        "Name files of predictions, or add `evaluation` to the model in modelops.yml.");

    /// <summary>A slice that was not compared.</summary>
    public static readonly DiagnosticDescriptor SliceSkipped = new(
        "MOP6014", Severity.Info, "Slice not compared",
        "A slice has fewer rows than gates.slices.min_rows asks for, or the metric has no value on its rows.",
        "Nothing, or label more rows of the slice: it was neither found better nor worse.");

    /// <summary>The run that metrics should be logged to is not there.</summary>
    public static readonly DiagnosticDescriptor RunMissing = new(
        "MOP6015", Severity.Error, "Run is not there",
        "The tracking store has no run of this ID, or the run was deleted.",
        "Look for the run in MLflow's UI; --environment says which tracking store is meant. Restore a run that was deleted by mistake.");

    /// <summary>The run has parameters of another evaluation.</summary>
    public static readonly DiagnosticDescriptor RunTaken = new(
        "MOP6016", Severity.Error, "Run has another evaluation",
        "A parameter of this evaluation is in the run with another value, and MLflow never changes one: metrics of two evaluations in one run could not be told apart.",
        "Log to a run of its own, or evaluate the same predictions in the same way again.");

    /// <summary>Metrics that were not logged because there are too many.</summary>
    public static readonly DiagnosticDescriptor MetricsLeftOut = new(
        "MOP6017", Severity.Warning, "Not all metrics were logged",
        "The metrics of very many slices are not logged to one run; those of all rows come first.",
        "Nothing: the report has them. Slice by fewer columns, or ask for more rows in a slice, to have them all in MLflow.");

    /// <summary>Predicted classes that are spelled otherwise than the labels.</summary>
    public static readonly DiagnosticDescriptor ClassesDiffer = new(
        "MOP6018", Severity.Error, "Predictions are not of the labels' classes",
        "The labels are names and the predictions numbers, or the other way round; or no predicted class is ever a label; or one differs from a label in capitals or spaces only. Every row would count as wrong, whatever the model is worth.",
        "Write labels and predictions in one spelling in the files of both models, such as by the inverse of the encoder that training used.");

    /// <summary>A typical row that is better while the metric is worse.</summary>
    public static readonly DiagnosticDescriptor Contradicted = new(
        "MOP6019", Severity.Error, "The metric says the opposite of the typical row",
        "Wilcoxon's signed ranks speak of the typical row. The typical row is better, and the metric, which is the mean of all rows, is not: some rows are much worse.",
        "Keep the champion; look at the rows with the largest errors, or compare the metric itself by method bootstrap.");

    /// <summary>A champion that a model without any learning would beat.</summary>
    public static readonly DiagnosticDescriptor BelowBaseline = new(
        "MOP6020", Severity.Error, "Below the trivial baseline",
        "On the primary metric the champion is worse than a model that predicts the same for every row. To be better than it is no merit: most likely labels or classes are swapped, or the rows are not what the models were made for.",
        "Check labels, positive class and rows. A challenger that is above the baseline needs a person who approves it; one that is below it as well is not promoted.");
}
