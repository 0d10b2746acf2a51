using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Levels of names in registries that have catalogs and schemas.</summary>
internal static class ModelLevels
{
    private const string Example = "catalog.schema.model";

    /// <summary>Whether a name has as many levels as it must, and how it was split when not.</summary>
    /// <param name="model">The name.</param>
    /// <param name="count">Number of levels.</param>
    public static Diagnostic? Judge(ModelName model, int count)
    {
        var levels = model.Levels;
        return levels.Count == count && !levels.Any(string.IsNullOrWhiteSpace) ? null : RegistryDiagnostics.Unsupported.At(
            $"This registry names models {string.Join('.', Example.Split('.').TakeLast(count))}: {count} levels with a dot between them, so no level has a dot. "
            + $"'{model}' has {levels.Count} level(s): {string.Join(", ", levels.Select(level => $"'{level}'"))}. A space belongs to its level.");
    }
}
