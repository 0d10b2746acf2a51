using System.Text.RegularExpressions;

namespace ModelOps.Core.Hosting;

/// <summary>Makes a line that another program printed safe for a build log: colours go, secrets are hidden, nothing in it is a command.</summary>
internal static partial class RelayText
{
    /// <summary>The line, harmless. Colours go first: what they hold apart could be a secret or a command.</summary>
    public static string Clean(string line, SecretRedactor redactor) => LogText.Clean(redactor.Redact(WithoutColors(line)));

    /// <summary>The line without the control sequences that terminals read.</summary>
    public static string WithoutColors(string line) =>
        line.Contains('\u001b', StringComparison.Ordinal) ? ControlSequence().Replace(line, "") : line;

    [GeneratedRegex(@"\u001b\[[0-?]*[ -/]*[@-~]", RegexOptions.CultureInvariant)]
    private static partial Regex ControlSequence();
}
