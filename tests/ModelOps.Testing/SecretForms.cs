using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelOps.Testing;

/// <summary>A secret in the forms in which a server may repeat it, and the search for what is left of it.</summary>
public static class SecretForms
{
    /// <summary>A secret with what every form writes in another way.</summary>
    public const string Secret = "cAn4ry7f3a9c/+x=&q55T0k3n";

    private static readonly string[] Plain = ["7f3a9c", "q55t0k3n"];

    /// <summary>The forms by their names.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["as it is"] = Secret,
        ["held apart by what nobody sees"] = string.Join('\u200b', Secret.ToCharArray()),
        ["held apart by colours"] = Secret.Insert(9, "\u001b[31m"),
        ["URL escapes"] = Uri.EscapeDataString(Secret),
        ["URL escapes in lower case"] = Regex.Replace(Uri.EscapeDataString(Secret), "%..", escape => escape.Value.ToLowerInvariant()),
        ["HTML entities"] = WebUtility.HtmlEncode(Secret),
        ["HTML entities by number"] = Regex.Replace(Secret, "[^A-Za-z0-9]", letter => $"&#x{(int)letter.Value[0]:x};"),
        ["slashes that are escaped"] = Secret.Replace("/", "\\/", StringComparison.Ordinal),
        ["JSON escapes"] = Regex.Replace(Secret, "[^A-Za-z0-9]", letter => $"\\u{(int)letter.Value[0]:x4}"),
        ["base64"] = Encode(Secret),
        ["base64 of the header"] = Encode("Bearer " + Secret),
        ["base64 of user and password"] = Encode("user:" + Secret),
    };

    /// <summary>Parts of the secret that a text shows, whatever unseen stands between them.</summary>
    public static IEnumerable<string> FindIn(string text)
    {
        var seen = Invisible.Remove(text);
        return Plain.Where(part => seen.Contains(part, StringComparison.OrdinalIgnoreCase))
            .Concat(new[] { "", "Bearer ", "user:" }.Select(before => Encode(before + Secret)[12..28]).Where(part => seen.Contains(part, StringComparison.Ordinal)));
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
