using System.Text;

namespace ModelOps.Abstractions.IO;

/// <summary>
/// A <c>/</c>-separated relative path that names a file below its root and nothing else, for every reader on every system: it neither leaves the
/// root nor means a device, a stream, a home directory or another name once decoded, cut or normalised.
/// </summary>
internal static class SafeRelativePath
{
    /// <summary>Longest path, in UTF-8 bytes.</summary>
    public const int MaxBytes = 4096;

    private const int MaxDecodings = 10;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks a path; touches no file system.</summary>
    /// <param name="text">The path.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the path; empty when nothing is.</param>
    /// <returns>Whether the path is safe.</returns>
    public static bool TryValidate(string text, out string problem) => TryValidate(text, _ => null, out problem);

    /// <summary>Checks a path, and asks a further question about it and about every form that decoding gives it.</summary>
    /// <param name="text">The path.</param>
    /// <param name="further">What else is wrong with a form of the path, as the end of a sentence; null when nothing is.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the path; empty when nothing is.</param>
    public static bool TryValidate(string text, Func<string, string?> further, out string problem)
    {
        problem = FindProblem(text) ?? further(text) ?? FindHiddenProblem(text, further) ?? "";
        return problem.Length == 0;
    }

    private static string? FindProblem(string text)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        if (!TryCountBytes(text, out var bytes))
        {
            return "has half of a surrogate pair: it is not Unicode text";
        }

        if (bytes > MaxBytes)
        {
            return $"has {bytes} bytes; the limit is {MaxBytes}";
        }

        return FindForbiddenCharacter(text)
            ?? (text[0] == '/' ? "is absolute; expected a path relative to the model's root" : null)
            ?? text.Split('/').Select(PathSegment.FindProblem).FirstOrDefault(found => found is not null)
            ?? (text.IsNormalized(NormalizationForm.FormC) ? null : "is not in Unicode normal form C: another spelling looks the same");
    }

    private static string? FindForbiddenCharacter(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
            {
                return $"has the control character U+{(int)letter:X4}";
            }

            if (letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return $"has U+{(int)letter:X4}, which reverses the order of the text on the screen";
            }

            if (IsDecomposed(letter))
            {
                return $"has U+{(int)letter:X4}, which is not in Unicode normal form C or makes two spellings of one name: use composed characters";
            }

            if (letter is ':' or '\\' or '~')
            {
                return $"has '{letter}', which names drives, streams, other separators or home directories on some systems";
            }
        }

        return null;
    }

    // Programs that run without culture data take every text for normalised. So what decomposed names are made of is refused by itself: combining
    // marks, conjoining Jamo, kana voicing marks, and characters that stand for others (compatibility ideographs, ohm, kelvin, angstrom).
    private static bool IsDecomposed(char letter) =>
        letter is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
        or (>= '\u1100' and <= '\u11FF') or '\u3099' or '\u309A' or (>= '\uF900' and <= '\uFAFF') or '\u2126' or '\u212A' or '\u212B';

    /// <summary>A reader that percent-decodes, once or again and again, must not see another kind of path.</summary>
    private static string? FindHiddenProblem(string text, Func<string, string?> further)
    {
        for (var round = 0; round < MaxDecodings; round++)
        {
            if (PercentDecode(text) is not { } decoded)
            {
                return "is not UTF-8 once percent-decoded";
            }

            if (string.Equals(decoded, text, StringComparison.Ordinal))
            {
                return null;
            }

            text = decoded;
            if ((FindProblem(text) ?? further(text)) is { } problem)
            {
                return $"{problem}, once percent-decoded";
            }
        }

        return $"is still percent-encoded after {MaxDecodings} decodings";
    }

    private static string? PercentDecode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var isEscape = bytes[at] == '%' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]);
            bytes[length++] = isEscape ? Convert.FromHexString([(char)bytes[at + 1], (char)bytes[at + 2]])[0] : bytes[at];
            at += isEscape ? 2 : 0;
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool TryCountBytes(string text, out int bytes)
    {
        try
        {
            bytes = StrictUtf8.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            bytes = 0;
            return false;
        }
    }
}
