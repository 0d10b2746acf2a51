namespace ModelOps.Core.Models.Environments;

/// <summary>Specifiers such as <c>&gt;=1.4,&lt;2</c>, by PEP 440.</summary>
internal static class VersionSpecifier
{
    private static readonly string[] Operators = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"];

    /// <summary>Whether a version satisfies every part; a part that cannot be understood counts as satisfied.</summary>
    public static bool Allows(string specifier, PythonVersion version) => Parts(specifier).All(part => AllowsPart(part, version));

    /// <summary>Whether two specifiers ask for the same: <c>==1.0</c> and <c>==1.0.0</c>, in any order of their parts.</summary>
    public static bool AreSame(string left, string right)
    {
        var (here, there) = (Parts(left).ToList(), Parts(right).ToList());
        return here.TrueForAll(part => there.Exists(other => IsSamePart(part, other))) && there.TrueForAll(part => here.Exists(other => IsSamePart(part, other)));
    }

    private static IEnumerable<string> Parts(string specifier) => specifier.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Sign, string Text) Split(string part)
    {
        var sign = Operators.FirstOrDefault(candidate => part.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
        return (sign, part[sign.Length..].Trim());
    }

    private static bool IsSamePart(string left, string right)
    {
        var (here, there) = (Split(left), Split(right));
        return here.Sign.TrimStart('=') == there.Sign.TrimStart('=') && (here.Text == there.Text
            || (PythonVersion.Parse(here.Text) is { } one && PythonVersion.Parse(there.Text) is { } other && one.CompareTo(other) == 0));
    }

    private static bool AllowsPart(string part, PythonVersion version)
    {
        var (sign, text) = Split(part);
        var isPrefix = text.EndsWith(".*", StringComparison.Ordinal);
        var numbers = isPrefix ? text[..^2] : text;
        if (PythonVersion.Parse(numbers) is not { } bound)
        {
            return true;
        }

        var written = numbers.Split('.').Length;
        var order = version.CompareTo(bound);
        return sign switch
        {
            "==" or "===" => isPrefix ? version.Agrees(bound, written) : order == 0,
            "!=" => isPrefix ? !version.Agrees(bound, written) : order != 0,
            "~=" => order >= 0 && version.Agrees(bound, WrittenRelease(numbers) - 1),
            "<=" => order <= 0,
            ">=" => order >= 0,
            "<" => order < 0 && (bound.IsPreRelease || !version.IsPreRelease || version.CompareRelease(bound) != 0),
            ">" => order > 0 && (bound.IsPostRelease || !version.IsPostRelease || version.CompareRelease(bound) != 0),
            _ => true,
        };
    }

    // ~=1.4.5rc1 has three numbers, as 1.4.5 has.
    private static int WrittenRelease(string numbers) => numbers.Split('.').TakeWhile(part => part.Length > 0 && char.IsAsciiDigit(part[0])).Count();
}
