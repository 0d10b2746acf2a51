namespace ModelOps.Cli;

/// <summary>The two streams of the command.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Findings and progress.</param>
/// <param name="IsOutTerminal">Whether a person reads the results as they come.</param>
/// <param name="IsErrorTerminal">Whether a person reads the findings as they come.</param>
internal sealed record CliConsole(TextWriter Out, TextWriter Error, bool IsOutTerminal, bool IsErrorTerminal)
{
    public static CliConsole OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);
}
