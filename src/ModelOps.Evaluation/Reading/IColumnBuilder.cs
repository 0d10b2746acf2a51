namespace ModelOps.Evaluation.Reading;

/// <summary>Builds a column of predictions from the texts of a file. A text that does not fit is a problem, and adds a value all the same.</summary>
internal interface IColumnBuilder
{
    /// <summary>Takes the value of the next row.</summary>
    /// <param name="text">The text; empty where there is none.</param>
    /// <param name="line">Line of the row.</param>
    void Add(ReadOnlySpan<char> text, int line);
}
