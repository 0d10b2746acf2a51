using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Hosting;

/// <summary>Colours of findings on a terminal.</summary>
internal static class AnsiColor
{
    private const string Reset = "\u001b[0m";

    public static string Paint(Severity severity, string text)
    {
        var color = severity switch
        {
            Severity.Error => "\u001b[31m",
            Severity.Warning => "\u001b[33m",
            _ => "\u001b[36m",
        };
        return color + text + Reset;
    }
}
