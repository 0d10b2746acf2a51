using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace ModelOps.Abstractions.Text;

/// <summary>The forms in which a secret shows where somebody repeats it: the one list for what is hidden on hosts and in messages of servers.</summary>
internal static partial class SecretForms
{
    // Shorter texts occur by chance everywhere: hiding them hides the text, and tells what they are.
    private const int MinLength = 4;

    // Shorter pieces of base64 occur by chance in other base64.
    private const int MinPiece = 8;

    // Bytes that base64 writes in one group, and the letters of a group.
    private const int GroupBytes = 3;
    private const int GroupLetters = 4;

    /// <summary>The secret and each of its lines, where they are long enough to be looked for.</summary>
    public static IEnumerable<string> PartsOf(string secret) =>
        secret.Split('\n').Append(secret).Select(part => part.Trim()).Where(part => part.Length >= MinLength);

    /// <summary>The parts as they are, and in the forms of URLs, HTML, JSON and base64, there also as a part of a longer text, such as <c>Bearer …</c> or <c>user:…</c>.</summary>
    public static IEnumerable<string> Of(string secret) => PartsOf(secret).SelectMany(
        part => Escaped(part).Concat(Escaped(part).Select(WithLowerEscapes)).Concat(Base64(part)).Concat(Pieces(part)));

    private static IEnumerable<string> Escaped(string part) =>
    [
        part,
        Uri.EscapeDataString(part),
        WebUtility.UrlEncode(part),
        WebUtility.HtmlEncode(part),
        WebUtility.HtmlEncode(part).Replace("&#39;", "&apos;", StringComparison.Ordinal),
        HtmlEncoder.Default.Encode(part),
        JavaScriptEncoder.Default.Encode(part),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(part),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(part).Replace("/", "\\/", StringComparison.Ordinal),
    ];

    private static IEnumerable<string> Base64(string part)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(part));
        return [encoded, UrlSafe(encoded).TrimEnd('=')];
    }

    // What base64 writes of a secret wherever it begins in a longer text: the letters that no byte beside it takes part in.
    private static IEnumerable<string> Pieces(string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        for (var before = 0; before < GroupBytes; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = before == 0 ? 0 : before + 1;
            var end = (before + bytes.Length) / GroupBytes * GroupLetters;
            if (end - first >= MinPiece)
            {
                yield return encoded[first..end];
                yield return UrlSafe(encoded[first..end]);
            }
        }
    }

    private static string UrlSafe(string encoded) => encoded.Replace('+', '-').Replace('/', '_');

    // What is not an escape keeps its capitals.
    private static string WithLowerEscapes(string text) => Escape().Replace(text, match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"%[0-9A-F]{2}|&#x[0-9A-F]+;|\\u[0-9A-F]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
