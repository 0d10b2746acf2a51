using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Dispatch;

/// <summary>Inputs from modelops.yml: the verb's defaults, and name and path of the model when there is just one, or when the call names it.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="verb">Name of the verb.</param>
/// <param name="workingDirectory">Where paths start when there is no file.</param>
/// <param name="model">Name of the model that the call says; null when it says none.</param>
internal sealed class ConfigurationSource(ToolkitConfiguration configuration, string verb, string workingDirectory, string? model = null) : IInputSource
{
    public RawValue? Find(InputDescriptor input)
    {
        if (configuration.Defaults.TryGetValue(verb, out var inputs) && inputs.TryGetValue(input.Name.Kebab, out var text))
        {
            return new(input.IsList ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text], $"modelops.yml defaults.{verb}");
        }

        return (input.Name.Property, configuration.Models) switch
        {
            ("Model", [var only]) => new([only.Name], "modelops.yml models"),
            ("Path", var models) when input.IsRequired && (model is null ? models is [var only] ? only : null : configuration.Find(model)) is { } section =>
                new([Resolve(section.Path)], "modelops.yml models"),
            _ => null,
        };
    }

    private string Resolve(string path) => Path.GetFullPath(path, configuration.Directory ?? workingDirectory);
}
