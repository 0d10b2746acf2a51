namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Numbers in a filter.</summary>
internal static class Numbers
{
    /// <summary>Reads a number; null when there is none.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="start">Where it would start.</param>
    public static (PieceKind Kind, int End)? Read(string text, int start)
    {
        var first = start + (text[start] == '-' ? 1 : 0);
        var point = Digits(text, first);
        if (point > first && Exponent(text, point) is { } end)
        {
            return (PieceKind.Float, end);
        }

        if (point < text.Length && text[point] == '.')
        {
            var least = point > first ? point + 1 : point + 2;
            var fraction = Digits(text, point + 1);
            if (fraction >= least && BeforeWord(text, fraction, least) is { } endOfFloat)
            {
                return (PieceKind.Float, endOfFloat);
            }
        }

        return point > first && BeforeWord(text, point, first + 1) is { } endOfInteger ? (PieceKind.Integer, endOfInteger) : null;
    }

    private static int? Exponent(string text, int endOfDigits)
    {
        var at = endOfDigits;
        if (at < text.Length && text[at] == '.')
        {
            var fraction = Digits(text, at + 1);
            at = fraction > at + 1 ? fraction : at;
        }

        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return null;
        }

        var first = at + 1 < text.Length && text[at + 1] == '-' ? at + 2 : at + 1;
        var end = Digits(text, first);
        return end > first ? end : null;
    }

    // A number directly before a letter loses its last digit to the word, where it can.
    private static int? BeforeWord(string text, int end, int least) =>
        end >= text.Length || !(char.IsLetter(text[end]) || text[end] == '_') ? end
        : end - 1 >= least ? end - 1
        : null;

    private static int Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}
