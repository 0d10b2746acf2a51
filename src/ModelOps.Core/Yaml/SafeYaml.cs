using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Yaml;

/// <summary>
/// Reads YAML of unknown origin. Refuses what two readers can read differently (several documents, repeated keys, merge keys, tags, anything but
/// UTF-8) and what grows (size, depth, nodes after the expansion of aliases).
/// </summary>
internal static class SafeYaml
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Path.</param>
    /// <param name="descriptor">Code under which problems are reported.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <returns>The root node; null after a problem.</returns>
    public static YamlNode? ParseFile(string file, DiagnosticDescriptor descriptor, List<Diagnostic> problems) =>
        LoadFile(file, descriptor, problems)?.Root;

    /// <summary>Reads a file and keeps its text, for places inside of scalars.</summary>
    /// <param name="file">Path.</param>
    /// <param name="descriptor">Code under which problems are reported.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <returns>The document; null after a problem.</returns>
    public static YamlSource? LoadFile(string file, DiagnosticDescriptor descriptor, List<Diagnostic> problems)
    {
        if (SpecialFile.DescribeTarget(Path.GetFullPath(file)) is { } kind)
        {
            problems.Add(descriptor.At($"'{file}' is {kind}, not a file.", new(file)));
            return null;
        }

        var length = new FileInfo(LinkFreePath.Resolve(Path.GetFullPath(file))).Length;
        if (length > MaxBytes)
        {
            problems.Add(descriptor.At($"The file has {length} bytes; the limit is {MaxBytes}.", new(file)));
            return null;
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
            return Parse(text, file, descriptor, problems) is { } root ? new(file, text, root) : null;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(descriptor.At("The file is not UTF-8 text.", new(file)));
            return null;
        }
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="file">Path for messages.</param>
    /// <param name="descriptor">Code under which problems are reported.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <returns>The root node; null after a problem.</returns>
    public static YamlNode? Parse(string text, string file, DiagnosticDescriptor descriptor, List<Diagnostic> problems)
    {
        try
        {
            if (YamlGuard.FindRefused(text) is var (reason, mark))
            {
                problems.Add(descriptor.At(reason, At(file, mark)));
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [var document])
            {
                return document.RootNode;
            }

            problems.Add(descriptor.At("The file is empty.", new(file, 1, 1)));
        }
        catch (YamlException failure)
        {
            problems.Add(descriptor.At(failure.Message, At(file, failure.Start)));
        }

        return null;
    }

    private static SourceSpan At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
