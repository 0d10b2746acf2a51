using System.Text;

namespace ModelOps.Abstractions.Text;

/// <summary>The spellings of one name on the fronts, all derived from the property's name.</summary>
/// <param name="Property">As written on the record: <c>FromAlias</c>. MSBuild and Cake use it as it is.</param>
public sealed record InputName(string Property)
{
    /// <summary>Command line and GitHub inputs: <c>from-alias</c>.</summary>
    public string Kebab { get; } = Join(Property, '-');

    /// <summary>Azure Pipelines and JSON: <c>fromAlias</c>.</summary>
    public string Camel { get; } = char.ToLowerInvariant(Property[0]) + Property[1..];

    /// <summary>Environment, after a prefix: <c>FROM_ALIAS</c>.</summary>
    public string Environment { get; } = Join(Property, '_').ToUpperInvariant();

    /// <summary>Environment names that may carry the input, first match wins.</summary>
    /// <remarks>Azure upper-cases an input's name and keeps no separator, hence the last form.</remarks>
    public IReadOnlyList<string> EnvironmentNames =>
        [$"MODELOPS_{Environment}", $"INPUT_{Environment}", $"INPUT_{Property.ToUpperInvariant()}"];

    private static string Join(string pascal, char separator)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append(separator);
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
