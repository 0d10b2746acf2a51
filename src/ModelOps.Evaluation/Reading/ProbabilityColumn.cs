namespace ModelOps.Evaluation.Reading;

/// <summary>A column of probabilities as it is written: <c>column</c> or <c>class=column</c>.</summary>
/// <param name="Class">The class; null when it follows from the order.</param>
/// <param name="Column">The column.</param>
internal sealed record ProbabilityColumn(string? Class, string Column)
{
    /// <summary>Reads one; every text is one.</summary>
    public static ProbabilityColumn Parse(string text)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        return separator is -1 or 0 ? new(Class: null, text) : new(text[..separator], text[(separator + 1)..]);
    }
}
