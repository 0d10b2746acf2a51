using System.Text;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.IO;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>
/// Which paths the store of artifacts keeps: what MLflow takes and this machine's disk holds under that very name. Windows holds what
/// <see cref="SafeRelativePath"/> allows; elsewhere colons, tildes, dots at the end and decomposed letters are letters like others. A package, which
/// travels to every machine, keeps the stricter rules.
/// </summary>
internal static partial class StoredPath
{
    /// <summary>Whether a decoded path without empty parts can be kept.</summary>
    public static bool IsKept(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return SafeRelativePath.TryValidate(path, out _);
        }

        var parts = path.Split('/');
        return !NamesAnotherPlace().IsMatch(path)
            && !parts.Contains("..")
            && SafeRelativePath.TryValidate(string.Join('/', parts.Select(ToPlainName)), out _);
    }

    // What the strict rules ask beyond the disk's is taken out, so that they judge all the rest: devices, control characters, what turns text around,
    // bytes that are no text, lengths.
    private static string ToPlainName(string part)
    {
        var plain = new StringBuilder(part.Length);
        foreach (var letter in part)
        {
            plain.Append(letter is ':' or '~' || IsPartOfDecomposed(letter) ? '_' : letter);
        }

        for (var end = plain.Length - 1; end >= 0 && plain[end] is '.' or ' '; end--)
        {
            plain[end] = '_';
        }

        return plain.ToString();
    }

    private static bool IsPartOfDecomposed(char letter) =>
        letter is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
        or (>= '\u1100' and <= '\u11FF') or '\u3099' or '\u309A' or (>= '\uF900' and <= '\uFAFF') or '\u2126' or '\u212A' or '\u212B';

    // A drive, the scheme of a URI, or the stream of a file on Windows.
    [GeneratedRegex(@"\A[A-Za-z]:|\A[^/]*:(/|\z)|:\$DATA(/|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesAnotherPlace();
}
