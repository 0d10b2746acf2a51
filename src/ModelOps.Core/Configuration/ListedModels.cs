using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Configuration;

/// <summary>What messages say of the models of modelops.yml, so that nobody has to look them up.</summary>
internal static class ListedModels
{
    /// <summary>How one of several models, or all, are named; empty where there are not several.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="isForSeveral">Whether the verb can run for all of them.</param>
    public static string Hint(ToolkitConfiguration configuration, bool isForSeveral = true) => configuration.Models.Count > 1
        ? $" modelops.yml lists {configuration.NamesText()}: --model takes one of them{(isForSeveral ? ", --all takes all, --changed those that differ from a commit" : "")}."
        : "";

    /// <summary>That there is no model of a name.</summary>
    public static string Unknown(ToolkitConfiguration configuration, string name) =>
        $"modelops.yml lists no model '{VisibleText.Of(name)}'.{Suggestion.Hint(name, configuration.Models.Select(section => section.Name))} It lists {configuration.NamesText()}.";
}
