using System.Globalization;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Experiments;

/// <summary>Identity of an experiment as callers send it.</summary>
internal static class ExperimentId
{
    /// <summary>Reads an identity.</summary>
    /// <exception cref="MlflowFault">It is no number.</exception>
    public static long Parse(string text, Behavior behavior)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        throw behavior == Behavior.Mlflow2
            ? NotFound(text)
            : MlflowFault.Invalid($"Invalid experiment ID '{text}'. Experiment ID must be a valid integer.");
    }

    /// <summary>Says that there is no such experiment.</summary>
    public static MlflowFault NotFound(string id) => MlflowFault.Missing($"No Experiment with id={id} exists");

    /// <summary>Says that there is no such experiment.</summary>
    public static MlflowFault NotFound(long id) => NotFound(id.ToString(CultureInfo.InvariantCulture));
}
