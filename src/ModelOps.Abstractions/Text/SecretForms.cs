using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace ModelOps.Abstractions.Text;

/// <summary>The forms in which a secret shows where somebody repeats it: the one list for what is hidden on hosts and in messages of servers.</summary>
internal static class SecretForms
{
    // Shorter texts occur by chance everywhere: hiding them hides the text, and tells what they are.
    private const int MinLength = 4;

    /// <summary>The secret and each of its lines, where they are long enough to be looked for.</summary>
    public static IEnumerable<string> PartsOf(string secret) =>
        secret.Split('\n').Append(secret).Select(part => part.Trim()).Where(part => part.Length >= MinLength);

    /// <summary>The parts as they are, and in the forms of URLs, HTML, JSON and base64.</summary>
    public static IEnumerable<string> Of(string secret) => PartsOf(secret).SelectMany(part => (string[])
    [
        part,
        Uri.EscapeDataString(part),
        WebUtility.UrlEncode(part),
        WebUtility.HtmlEncode(part),
        HtmlEncoder.Default.Encode(part),
        JavaScriptEncoder.Default.Encode(part),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(part),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(part)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(part)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
    ]);
}
