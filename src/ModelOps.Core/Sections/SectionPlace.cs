using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Sections;

/// <summary>A section of modelops.yml with its place, for rules between its keys.</summary>
/// <param name="node">The section.</param>
/// <param name="file">Path of modelops.yml.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SectionPlace(YamlMappingNode node, string file, List<Diagnostic> problems)
{
    /// <summary>A section below; null when it is not there.</summary>
    public SectionPlace? Find(string key) => node.Find(key) is YamlMappingNode found ? new(found, file, problems) : null;

    /// <summary>The sections of a list below.</summary>
    public IEnumerable<SectionPlace> Items(string key) =>
        ((node.Find(key) as YamlSequenceNode)?.Children ?? []).OfType<YamlMappingNode>().Select(item => new SectionPlace(item, file, problems));

    /// <summary>Reports that a value does not have the form it needs, at its key, or at the section when the key is not there.</summary>
    public void Invalid(string key, string message) => problems.Add(ConfigurationDiagnostics.InvalidValue.At(message, At(key)));

    /// <summary>Reports a name that is nowhere in modelops.yml or the toolkit.</summary>
    public void Unknown(string key, DiagnosticDescriptor descriptor, string message) => problems.Add(descriptor.At(message, At(key)));

    /// <summary>Reports that a gate could never judge.</summary>
    public void Misconfigured(string key, string message) => problems.Add(GateDiagnostics.Misconfigured.At(message, At(key)));

    /// <summary>Reports a limit below 0.</summary>
    public void NotNegative(string key, double? value)
    {
        if (value < 0)
        {
            Invalid(key, $"Expected 0 or more for {key}.");
        }
    }

    private SourceSpan At(string key)
    {
        var place = node.Find(key) ?? node;
        return new(file, (int)place.Start.Line, (int)place.Start.Column);
    }
}
