using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Dispatch;

/// <summary>Inputs from modelops.yml: the verb's defaults, and name and path of the model when there is just one.</summary>
internal sealed class ConfigurationSource(ToolkitConfiguration configuration, string verb, string workingDirectory) : IInputSource
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
            ("Path", [var only]) when input.IsRequired => new([Resolve(only.Path)], "modelops.yml models"),
            _ => null,
        };
    }

    private string Resolve(string path) => Path.GetFullPath(path, configuration.Directory ?? workingDirectory);
}
