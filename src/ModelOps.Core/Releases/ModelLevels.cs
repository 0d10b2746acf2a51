using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Levels of names in registries that have catalogs and schemas.</summary>
internal static class ModelLevels
{
    /// <summary>Whether a name has catalog, schema and model, and how it was split when not.</summary>
    public static Diagnostic? Judge(ModelName model)
    {
        var levels = model.Levels;
        return levels.Count == 3 && !levels.Any(string.IsNullOrWhiteSpace) ? null : RegistryDiagnostics.Unsupported.At(
            $"This registry names models catalog.schema.model: three levels with a dot between them, so no level has a dot. '{model}' has {levels.Count} level(s): "
            + $"{string.Join(", ", levels.Select(level => $"'{level}'"))}. A space belongs to its level.");
    }
}
