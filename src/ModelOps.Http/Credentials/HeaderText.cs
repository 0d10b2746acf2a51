namespace ModelOps.Http.Credentials;

/// <summary>What a header can carry.</summary>
internal static class HeaderText
{
    /// <summary>Whether a text can be the token of an <c>Authorization</c> header: visible ASCII, no blank, no line break.</summary>
    public static bool IsToken(string text) => text.Length > 0 && text.All(letter => letter is > ' ' and < '\x7f');

    /// <summary>Whether a text can be the value of any header: printable ASCII on one line.</summary>
    public static bool IsValue(string text) => text.All(letter => letter is >= ' ' and < '\x7f');
}
