using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Checks;

/// <summary>
/// Pins what has no version to the one that MLmodel recorded, in every file that asks for it. Only a line that is nothing but the dependency is edited;
/// comments and form stay.
/// </summary>
internal sealed class PinFixer(ModelDirectory model)
{
    /// <summary>Repairs files. Each is written beside its place and then moved.</summary>
    public void Apply()
    {
        var pins = Requirements().Concat(Packages()).Where(pin => pin.Span is not null).DistinctBy(pin => pin.Span).ToList();
        var missing = MissingPython();
        foreach (var file in pins.Select(pin => pin.Span!.File).Concat(missing is null ? [] : [CondaFile!]).Distinct(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file, Encoding.UTF8);
            var lines = text.Split('\n');
            foreach (var (span, old, pinned) in pins.Where(pin => pin.Span!.File == file))
            {
                Pin(lines, span!, old, pinned);
            }

            if (file == CondaFile && missing is var (place, python))
            {
                Insert(lines, place, python);
            }

            Save(file, text, lines);
        }
    }

    private string? CondaFile => model.Conda?.Value?.Source.File;

    private IEnumerable<(SourceSpan? Span, string Old, string Pinned)> Requirements() =>
        from requirement in model.EveryRequirement
        where requirement is { Kind: RequirementKind.Unpinned, Marker: "", Hashes: [] }
        let version = RecordedVersions.PinOf(model.Model?.Value, requirement.Name)
        where version is not null
        select (requirement.Span, requirement.Text, $"{requirement.Text}=={version}");

    private IEnumerable<(SourceSpan? Span, string Old, string Pinned)> Packages() =>
        from package in model.Conda?.Value?.Packages ?? []
        where package.Version.Length == 0
        let version = RecordedVersions.PinOf(model.Model?.Value, RecordedVersions.NameOf(package))
        where version is not null
        select ((SourceSpan?)package.Span, package.Text, $"{package.Text}={version}");

    private (SourceSpan Place, string Line)? MissingPython() =>
        model.Conda?.Value is { Python: null, DependenciesSpan: { } place } && RecordedVersions.PinOf(model.Model?.Value, "python") is { } version
            ? (place, $"- python={version}")
            : null;

    private static void Pin(string[] lines, SourceSpan span, string old, string pinned)
    {
        var line = lines[span.Line - 1];
        var start = span.Column - 1;
        if (line.AsSpan(start).StartsWith(old, StringComparison.Ordinal) && line[(start + old.Length)..] is var rest
            && (string.IsNullOrWhiteSpace(rest) || rest.TrimStart() is ['#', ..] && char.IsWhiteSpace(rest[0])))
        {
            lines[span.Line - 1] = line[..start] + pinned + rest;
        }
    }

    private static void Insert(string[] lines, SourceSpan place, string line)
    {
        var first = lines[place.Line - 1];
        if (first.Length >= place.Column && first[place.Column - 1] == '-' && string.IsNullOrWhiteSpace(first[..(place.Column - 1)]))
        {
            lines[place.Line - 1] = $"{first[..(place.Column - 1)]}{line}{(first.EndsWith('\r') ? "\r" : "")}\n{first}";
        }
    }

    private static void Save(string file, string before, string[] lines)
    {
        if (string.Join('\n', lines) is var text && text != before)
        {
            ModelFixer.Write(file, text);
        }
    }
}
