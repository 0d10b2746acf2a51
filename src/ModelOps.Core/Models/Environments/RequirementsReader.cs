using System.Text;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models.Environments;

/// <summary>Reads requirements.txt by pip's rules: <c>\</c> joins lines, <c>#</c> after white space starts a comment.</summary>
internal static class RequirementsReader
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    public static Reading<RequirementsFile> Read(string file)
    {
        var problems = new List<Diagnostic>();
        var length = new FileInfo(file).Length;
        if (length > MaxBytes)
        {
            return new(null, [ModelDiagnostics.EnvironmentMalformed.At(
                $"The file has {length} bytes; the limit is {MaxBytes}.", new(file))]);
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
            return new(new(file, ReadText(text, file, problems)), problems);
        }
        catch (DecoderFallbackException)
        {
            return new(null, [ModelDiagnostics.EnvironmentMalformed.At("The file is not UTF-8 text.", new(file))]);
        }
    }

    /// <summary>Reads text.</summary>
    public static IReadOnlyList<Requirement> ReadText(string text, string file, List<Diagnostic> problems)
    {
        var requirements = new List<Requirement>();
        var joined = new StringBuilder();
        SourceSpan? start = null;
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            start ??= new(file, number, line.Length - line.TrimStart().Length + 1);
            var content = WithoutComment(line);
            if (content.EndsWith('\\'))
            {
                joined.Append(content, 0, content.Length - 1).Append(' ');
                continue;
            }

            Add(joined.Append(content).ToString(), start, requirements, problems);
            joined.Clear();
            start = null;
        }

        if (start is not null)
        {
            Add(joined.ToString(), start, requirements, problems);
        }

        return requirements;
    }

    /// <summary>Reports a line that pip cannot read.</summary>
    public static void CheckLine(Requirement requirement, List<Diagnostic> problems)
    {
        if (requirement.Kind == RequirementKind.Invalid)
        {
            problems.Add(ModelDiagnostics.EnvironmentMalformed.At(
                $"Expected a requirement such as name==1.2.3, found '{requirement.Text}'.", requirement.Span));
        }
    }

    private static void Add(string line, SourceSpan span, List<Requirement> requirements, List<Diagnostic> problems)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            var requirement = RequirementParser.Parse(line) with { Span = span };
            CheckLine(requirement, problems);
            requirements.Add(requirement);
        }
    }

    private static string WithoutComment(string line)
    {
        for (var index = line.IndexOf('#', StringComparison.Ordinal); index >= 0; index = line.IndexOf('#', index + 1))
        {
            if (index == 0 || char.IsWhiteSpace(line[index - 1]))
            {
                return line[..index].TrimEnd();
            }
        }

        return line.TrimEnd();
    }
}
