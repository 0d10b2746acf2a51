namespace ModelOps.Evaluation.Profiles;

/// <summary>How much is kept of every column, so that a file of any length and width can be profiled.</summary>
/// <param name="Numbers">Numbers that quantiles are taken from; a longer column is sampled.</param>
/// <param name="Texts">Different texts that are counted; later ones count together.</param>
internal sealed record ProfileLimits(int Numbers, int Texts)
{
    /// <summary>Categories that a profile names.</summary>
    public const int Categories = 50;

    /// <summary>Characters of a category that are told apart.</summary>
    public const int TextLength = 200;

    private const int AllNumbers = 20_000_000;
    private const int AllTexts = 1_000_000;

    /// <summary>The limits for a file of so many columns.</summary>
    public static ProfileLimits For(int columns) => new(
        Math.Clamp(AllNumbers / Math.Max(1, columns), 1_000, 200_000),
        Math.Clamp(AllTexts / Math.Max(1, columns), 2 * Categories, 10_000));
}
