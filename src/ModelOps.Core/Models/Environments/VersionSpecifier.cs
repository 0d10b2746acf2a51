namespace ModelOps.Core.Models.Environments;

/// <summary>Tells whether a version satisfies a specifier such as <c>&gt;=1.4,&lt;2</c>.</summary>
internal static class VersionSpecifier
{
    private static readonly string[] Operators = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"];

    /// <summary>Whether a version satisfies every part; a part that cannot be understood counts as satisfied.</summary>
    public static bool Allows(string specifier, PythonVersion version) =>
        specifier.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(part => AllowsPart(part, version));

    private static bool AllowsPart(string part, PythonVersion version)
    {
        var sign = Operators.FirstOrDefault(candidate => part.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
        var text = part[sign.Length..].Trim();
        var isPrefix = text.EndsWith(".*", StringComparison.Ordinal);
        var numbers = isPrefix ? text[..^2] : text;
        if (PythonVersion.Parse(numbers) is not { } bound)
        {
            return true;
        }

        var written = numbers.Split('.').Length;
        var order = version.CompareRelease(bound);
        return sign switch
        {
            "==" or "===" => isPrefix ? version.Agrees(bound, written) : order == 0 && version.Suffix == bound.Suffix,
            "!=" => isPrefix ? !version.Agrees(bound, written) : order != 0 || version.Suffix != bound.Suffix,
            "~=" => order >= 0 && version.Agrees(bound, written - 1),
            "<=" => order <= 0,
            ">=" => order >= 0,
            "<" => order < 0,
            ">" => order > 0,
            _ => true,
        };
    }
}
