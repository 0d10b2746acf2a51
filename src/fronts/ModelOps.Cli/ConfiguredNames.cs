using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Rules;
using ModelOps.Core.Verbs;

namespace ModelOps.Cli;

/// <summary>Names in the nearest modelops.yml, which a shell offers; a file that cannot be read has none.</summary>
/// <param name="workingDirectory">Where the search begins.</param>
internal sealed class ConfiguredNames(string workingDirectory)
{
    // Inputs whose text names an environment.
    private static readonly string[] EnvironmentInputs = ["Environment", "To", "From"];

    private readonly Lazy<ToolkitConfiguration> _configuration = new(() => Load(workingDirectory));

    private IEnumerable<string> Aliases =>
        new[] { AliasName.Champion, AliasName.Challenger }.Concat(_configuration.Value.Branches.Select(branch => branch.Alias).OfType<AliasName>()).Select(alias => alias.Value).Distinct();

    private IEnumerable<string> Models => _configuration.Value.Models.Select(model => model.Name);

    /// <summary>Values that an input may have.</summary>
    public IEnumerable<string> For(InputDescriptor input) => input switch
    {
        { IsFlag: true } => ["true", "false"],
        { Choices: { Count: > 0 } choices } => choices,
        _ when input.ValueType == typeof(AliasName) => Aliases,
        _ when input.ValueType == typeof(ModelName) => Models,
        _ when EnvironmentInputs.Contains(input.Name.Property) => _configuration.Value.Environments.Keys,
        { Name.Property: "Reference" } => Models.SelectMany(model => Aliases.Select(alias => $"{model}@{alias}")),
        { Name.Property: "Code" } => DiagnosticCatalog.All.Select(entry => entry.Code),
        _ => [],
    };

    private static ToolkitConfiguration Load(string directory)
    {
        try
        {
            return ConfigurationLocator.Find([], VerbCatalog.All[0], directory) is { } file ? ConfigurationLoader.Load(file) : ToolkitConfiguration.Empty;
        }
        catch (Exception failure) when (failure is ModelOpsException or IOException or UnauthorizedAccessException)
        {
            return ToolkitConfiguration.Empty;
        }
    }
}
