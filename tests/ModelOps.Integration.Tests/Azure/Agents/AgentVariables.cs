using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>Variables of a job: in macros, in conditions and, unless they are secret, in the environment of its steps.</summary>
internal sealed partial class AgentVariables(IReadOnlyDictionary<string, string> predefined)
{
    private readonly Dictionary<string, string> _values = new(predefined, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _secrets = new(StringComparer.OrdinalIgnoreCase);

    public string this[string name] => _values[name];

    public void Set(string name, string value) => _values[name] = value;

    public void SetSecret(string name, string value)
    {
        _values[name] = value;
        _secrets.Add(name);
    }

    /// <summary>A text with <c>$(name)</c> in it: what is not defined stays as it stands.</summary>
    public string Expand(string text) => Macro().Replace(text, match => _values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    /// <summary>Whether a condition holds; one that asks for no status holds also after a failure.</summary>
    public bool IsTrue(string condition, bool succeeded) => new TemplateScope(_values, new YamlMappingNode(), new Dictionary<string, bool>
    {
        ["succeeded"] = succeeded,
        ["failed"] = !succeeded,
        ["succeededOrFailed"] = true,
        ["always"] = true,
    }).IsTrue(condition);

    /// <summary>The environment of a step, without what it sets itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment() => _values
        .Where(pair => !_secrets.Contains(pair.Key))
        .Select(pair => KeyValuePair.Create(pair.Key.ToUpperInvariant().Replace('.', '_').Replace(' ', '_'), pair.Value));

    [GeneratedRegex(@"\$\(([A-Za-z0-9_. ]+)\)")]
    private static partial Regex Macro();
}
