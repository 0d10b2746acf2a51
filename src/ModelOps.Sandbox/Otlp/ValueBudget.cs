namespace ModelOps.Sandbox.Otlp;

/// <summary>Counts the parts of a request: each takes many times its two bytes in memory.</summary>
internal sealed class ValueBudget
{
    private const int Most = 500_000;

    private int _count;

    /// <summary>Counts a part.</summary>
    /// <exception cref="BadHttpRequestException">There are too many.</exception>
    public void Take()
    {
        if (++_count > Most)
        {
            throw new BadHttpRequestException($"The request has more than {Most} values.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
