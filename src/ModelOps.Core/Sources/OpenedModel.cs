using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Sources;

/// <summary>A model as a directory, wherever it was named. Disposing removes what was fetched; a directory of the user stays as it is.</summary>
internal sealed class OpenedModel : IDisposable
{
    private readonly PrivateDirectory? _copy;

    private OpenedModel(string directory, string name, string shortName, PrivateDirectory? copy) =>
        (Directory, Name, ShortName, _copy) = (directory, name, shortName, copy);

    /// <summary>Full path of the model directory.</summary>
    public string Directory { get; }

    /// <summary>The model for people: the path or the reference that was given.</summary>
    public string Name { get; }

    /// <summary>A word to name a file after.</summary>
    public string ShortName { get; }

    /// <summary>Whether the directory is a private copy, so that nobody sees what is changed in it.</summary>
    public bool IsCopy => _copy is not null;

    /// <summary>A directory of the user.</summary>
    public static OpenedModel Of(string directory) => new(directory, directory, Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)), copy: null);

    /// <summary>A private copy.</summary>
    public static OpenedModel Of(PrivateDirectory copy, string name, string shortName) => new(copy.Path, name, shortName, copy);

    /// <summary>Findings with places that people know: those in a private copy are named by what was asked for.</summary>
    public IReadOnlyList<Diagnostic> Named(IReadOnlyList<Diagnostic> findings) => _copy is null ? findings : [.. findings.Select(Named)];

    /// <inheritdoc />
    public void Dispose() => _copy?.Dispose();

    private Diagnostic Named(Diagnostic finding) => finding with
    {
        Message = finding.Message.Replace(Directory, Name, StringComparison.Ordinal),
        Span = finding.Span is { } span ? span with { File = span.File.Replace(Directory, Name, StringComparison.Ordinal) } : null,
    };
}
