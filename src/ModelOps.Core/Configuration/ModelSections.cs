using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Text.Unicode;

namespace ModelOps.Core.Configuration;

/// <summary>Finds models in modelops.yml.</summary>
internal static class ModelSections
{
    // A name that is longer is none, and is refused as such.
    private const int MaxLength = 2 * ModelNameRules.MaxLength;

    // As many as a message has room for.
    private const int MaxNamed = 10;

    /// <summary>The section of a model, however the characters of its name are composed; null when there is none.</summary>
    public static ModelSection? Find(this ToolkitConfiguration configuration, string shortName) =>
        configuration.Models.FirstOrDefault(section => section.Name.Length <= MaxLength && Nfc.AreSame(section.Name, shortName));

    /// <summary>Names of the models for a message.</summary>
    public static string NamesText(this ToolkitConfiguration configuration)
    {
        var names = configuration.Models.Select(section => VisibleText.Of(section.Name)).ToList();
        return names.Count switch
        {
            0 => "none",
            <= MaxNamed => string.Join(", ", names),
            _ => $"{string.Join(", ", names.Take(MaxNamed))} and {names.Count - MaxNamed} more",
        };
    }
}
