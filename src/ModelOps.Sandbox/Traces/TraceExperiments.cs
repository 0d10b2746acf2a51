using System.Globalization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Traces;

/// <summary>Identities of experiments in questions about traces, which nobody looks up.</summary>
internal static class TraceExperiments
{
    /// <summary>Reads identities; releases before 3 find nothing under what is no number.</summary>
    /// <exception cref="MlflowFault">One is no number.</exception>
    public static IReadOnlyList<long> Parse(IReadOnlyList<string> ids, Behavior behavior)
    {
        var numbers = new List<long>(ids.Count);
        foreach (var id in ids)
        {
            if (long.TryParse(id, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else if (behavior != Behavior.Mlflow2)
            {
                throw MlflowFault.Internal($"invalid literal for int() with base 10: {PythonText.Quote(id)}");
            }
        }

        return numbers;
    }
}
