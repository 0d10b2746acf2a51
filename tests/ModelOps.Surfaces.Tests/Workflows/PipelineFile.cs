using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>One YAML document that a consumer may copy: a file, or a fenced block of a Markdown file.</summary>
internal sealed record PipelineFile(string Name, string Text, YamlNode Root)
{
    public PipelineKind Kind { get; } = KindOf(Root);

    public bool IsGitHub => Kind is PipelineKind.GitHubWorkflow or PipelineKind.GitHubAction or PipelineKind.GitHubSteps;

    public IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs =>
        Kind == PipelineKind.GitHubWorkflow && Root.Get("jobs") is YamlMappingNode jobs
            ? jobs.Children.Select(pair => KeyValuePair.Create(pair.Key.Text(), (YamlMappingNode)pair.Value))
            : [];

    /// <summary>Every mapping in the document, the root included.</summary>
    public IEnumerable<YamlMappingNode> Mappings => Root.AllNodes.OfType<YamlMappingNode>();

    /// <summary>Every mapping that has a key.</summary>
    public IEnumerable<YamlMappingNode> With(string key) => Mappings.Where(mapping => mapping.Get(key) is not null);

    public IEnumerable<string> Lines => Text.Split('\n').Select(line => line.Trim());

    public static PipelineFile Parse(string name, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new(name, text, stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
    }

    private static PipelineKind KindOf(YamlNode root)
    {
        if (root.Get("runs") is not null)
        {
            return PipelineKind.GitHubAction;
        }

        if (root.Get("jobs") is YamlMappingNode)
        {
            return PipelineKind.GitHubWorkflow;
        }

        var mappings = root.AllNodes.OfType<YamlMappingNode>().ToArray();
        if (root is YamlSequenceNode && mappings.Any(mapping => mapping.Get("uses") is not null || mapping.Get("run") is not null))
        {
            return PipelineKind.GitHubSteps;
        }

        string[] azure = ["task", "bash", "script", "pwsh", "template", "stages", "checkout"];
        return mappings.Any(mapping => azure.Any(key => mapping.Get(key) is not null)) ? PipelineKind.Azure : PipelineKind.Other;
    }
}
