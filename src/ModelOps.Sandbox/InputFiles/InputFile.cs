using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Sandbox.InputFiles;

/// <summary>A YAML or JSON file that is being read; collects all that is wrong with it.</summary>
/// <param name="source">The document.</param>
/// <param name="descriptor">Code under which problems are reported.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class InputFile(YamlSource source, DiagnosticDescriptor descriptor, List<Diagnostic> problems)
{
    /// <summary>Path of the file.</summary>
    public string Path => source.File;

    /// <summary>Where a node is.</summary>
    public SourceSpan At(YamlNode node) => source.At(node);

    /// <summary>Notes a problem.</summary>
    public void Report(string message, YamlNode node) => problems.Add(descriptor.At(message, At(node)));
}
