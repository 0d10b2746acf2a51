using System.Reflection;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>The command that usually follows.</summary>
internal static class NextCommand
{
    /// <summary>The command with the outputs of the verb in their places; null where the verb names none or an output has no value.</summary>
    public static string? Of(VerbReport report, ResultView view)
    {
        if (report.Verb.ResultType.GetCustomAttribute<NextAttribute>() is not { } next)
        {
            return null;
        }

        var command = next.Command;
        foreach (var output in report.Verb.Outputs.Where(output => command.Contains($"{{{output.Name.Kebab}}}", StringComparison.Ordinal)))
        {
            var value = view.Clean(OutputTable.CellOf(output.ValueIn(report.Result!)));
            if (value.Length == 0)
            {
                return null;
            }

            command = command.Replace($"{{{output.Name.Kebab}}}", value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value, StringComparison.Ordinal);
        }

        return $"modelops {command}";
    }
}
