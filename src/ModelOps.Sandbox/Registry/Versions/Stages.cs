using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>The stages of a version.</summary>
internal static class Stages
{
    private static readonly string[] All = ["None", "Staging", "Production", "Archived"];

    /// <summary>A stage in its own spelling.</summary>
    /// <exception cref="MlflowFault">There is no such stage.</exception>
    public static string Read(string stage) =>
        Array.Find(All, known => known.Equals(stage, StringComparison.OrdinalIgnoreCase))
        ?? throw MlflowFault.Invalid($"Invalid Model Version stage: {stage}. Value must be one of {string.Join(", ", All)}.");

    /// <summary>Whether versions can be moved out of a stage to the archive.</summary>
    public static bool IsActive(string stage) => stage is "Staging" or "Production";
}
