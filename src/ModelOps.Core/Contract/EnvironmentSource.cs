using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Contract;

/// <summary>Inputs from the environment: MODELOPS_NAME, or a CI host's INPUT_NAME. An empty variable counts as absent.</summary>
internal sealed class EnvironmentSource(IEnvironment environment) : IInputSource
{
    public RawValue? Find(InputDescriptor input)
    {
        foreach (var name in input.Name.EnvironmentNames)
        {
            if (environment.Get(name) is { Length: > 0 } text)
            {
                return new(input.IsList ? SplitLines(text) : [text], name);
            }
        }

        return null;
    }

    // Hosts pass a list as one text with a value a line: a comma is legal inside a value.
    private static string[] SplitLines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
