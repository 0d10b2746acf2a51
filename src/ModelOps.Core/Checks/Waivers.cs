using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Checks;

/// <summary>
/// Applies the waivers of modelops.yml: what is waived becomes a note with the reason; what has expired applies no more and is named.
/// </summary>
internal sealed class Waivers
{
    private readonly IReadOnlyList<WaiverSection> _valid;

    /// <summary>Sorts out the waivers that concern a model whose name is known.</summary>
    /// <param name="section">The section <c>check</c>.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="today">The day that <c>until</c> is compared with.</param>
    public Waivers(CheckSection section, string model, DateOnly today)
        : this(section, [model], today, file: null)
    {
    }

    /// <summary>Sorts out the waivers that concern a model with some names.</summary>
    /// <param name="section">The section <c>check</c>.</param>
    /// <param name="names">Names of the model.</param>
    /// <param name="today">The day that <c>until</c> is compared with.</param>
    /// <param name="file">Path of modelops.yml, for places; null when it is not to be named.</param>
    public Waivers(CheckSection section, IReadOnlyList<string> names, DateOnly today, string? file)
    {
        var concerned = section.Waive.Index()
            .Where(pair => pair.Item.Model is null || names.Contains(pair.Item.Model))
            .ToList();
        _valid = [.. concerned.Select(pair => pair.Item).Where(waiver => waiver.Until >= today)];
        Expired =
        [
            .. concerned.Where(pair => pair.Item.Until < today).Select(pair => ConfigurationDiagnostics.WaiverExpired.At(
                $"The waiver of {pair.Item.Rule} ({pair.Item.Reason}) ended on {pair.Item.Until:yyyy-MM-dd}.", Place(file, pair.Index))),
        ];
    }

    /// <summary>What there is to say about expired waivers.</summary>
    public IReadOnlyList<Diagnostic> Expired { get; }

    /// <summary>Whether a code is waived.</summary>
    public bool Covers(string code) => Find(code) is not null;

    /// <summary>A finding as it is to be reported.</summary>
    public Diagnostic Apply(Diagnostic finding) =>
        Find(finding.Code) is { } waiver
            ? finding with { Severity = Severity.Info, Message = $"{finding.Message} Waived until {waiver.Until:yyyy-MM-dd}: {waiver.Reason}" }
            : finding;

    private WaiverSection? Find(string code) => _valid.FirstOrDefault(waiver => waiver.Rule == code);

    private static SourceSpan? Place(string? file, int index)
    {
        if (file is null)
        {
            return null;
        }

        var root = SafeYaml.ParseFile(file, ConfigurationDiagnostics.Malformed, []) as YamlMappingNode;
        return (root?.Find("check") as YamlMappingNode)?.Find("waive") is YamlSequenceNode waivers && index < waivers.Children.Count
            ? new(file, (int)waivers.Children[index].Start.Line, (int)waivers.Children[index].Start.Column)
            : new(file);
    }
}
