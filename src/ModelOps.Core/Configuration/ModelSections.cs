using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text.Unicode;

namespace ModelOps.Core.Configuration;

/// <summary>Finds models in modelops.yml.</summary>
internal static class ModelSections
{
    // A name that is longer is none, and is refused as such.
    private const int MaxLength = 2 * ModelNameRules.MaxLength;

    /// <summary>The section of a model, however the characters of its name are composed; null when there is none.</summary>
    public static ModelSection? Find(this ToolkitConfiguration configuration, string shortName) =>
        configuration.Models.FirstOrDefault(section => section.Name.Length <= MaxLength && Nfc.AreSame(section.Name, shortName));
}
