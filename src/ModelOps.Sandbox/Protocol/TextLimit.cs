namespace ModelOps.Sandbox.Protocol;

/// <summary>How long a text may be, counted in characters of Unicode as Python does.</summary>
internal static class TextLimit
{
    /// <summary>Length of the key of a metric, parameter or tag.</summary>
    public const int Key = 250;

    /// <summary>Refuses a text that is too long.</summary>
    /// <param name="name">What the message calls it.</param>
    /// <param name="limit">Most characters.</param>
    /// <param name="text">The text.</param>
    public static void Check(string name, int limit, string? text)
    {
        if (text is not null && EndOf(text, limit) < text.Length)
        {
            throw MlflowFault.Invalid($"'{name}' exceeds the maximum length of {limit} characters");
        }
    }

    /// <summary>A text without what is beyond the limit.</summary>
    public static string Cut(int limit, string text) => text[..EndOf(text, limit)];

    private static int EndOf(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text.Length;
        }

        var end = 0;
        for (var count = 0; count < limit && end < text.Length; count++)
        {
            end += end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1;
        }

        return end;
    }
}
