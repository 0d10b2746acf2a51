using ModelOps.Abstractions.IO;
using ModelOps.Core.Configuration;

namespace ModelOps.Core.Changes;

/// <summary>Places in a repository on which a model depends, from its section of modelops.yml.</summary>
/// <param name="directory">Directory of modelops.yml.</param>
/// <param name="prefix">Where that is below the repository's root, with a slash at its end.</param>
internal sealed class WatchedPaths(string directory, string prefix)
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '"', '\''];

    private readonly string _root = Path.GetFullPath(string.Concat(prefix.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(_ => "../")) + ".", LinkFreePath.Resolve(directory));

    /// <summary>The places of the model itself, as modelops.yml names it and where its links lead; null when one of them is outside of the repository.</summary>
    public IReadOnlyList<string>? OfModel(ModelSection section)
    {
        var named = Path.GetRelativePath(directory, Path.GetFullPath(section.Path, directory));
        var path = Path.GetFullPath(named, LinkFreePath.Resolve(directory));
        string?[] places = [Below(path), Below(LinkFreePath.Resolve(path))];
        return places.Contains(null) ? null : [.. places.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Places of its evaluation, training and tests.</summary>
    public IReadOnlyList<string> OfOthers(ModelSection section)
    {
        var stages = section.Tests.Unit.Concat(section.Tests.Integration).ToList();
        IEnumerable<string?> places =
        [
            .. Words(section.Evaluation?.Run, section.Evaluation?.Directory),
            section.Evaluation?.Directory,
            .. section.Train is { } train ? [train.Directory, Path.Combine(train.Directory ?? "", "MLproject")] : Array.Empty<string?>(),
            .. stages.SelectMany(stage => Words(stage.Run, stage.Directory)),
            .. stages.Select(stage => stage.Directory),
            .. stages.Where(stage => stage.EntryPoint is not null).Select(stage => Path.Combine(stage.Directory ?? "", "MLproject")),
        ];

        // A command that runs at the root depends on what it names, not on every file there is.
        return [.. Places(places).Where(place => place.Length > 0 && !prefix.StartsWith(place + "/", StringComparison.Ordinal)), .. Places([section.Evaluation?.Data])];
    }

    private static IEnumerable<string?> Words(string? command, string? directory) => (command ?? "")
        .Split(Blanks, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.StartsWith('-') ? word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..] : word)
        .Where(word => !word.StartsWith('-') && !word.Contains('{', StringComparison.Ordinal) && !word.Contains('\0', StringComparison.Ordinal))
        .Select(word => Path.Combine(directory ?? "", word.Split("::")[0]));

    private IEnumerable<string> Places(IEnumerable<string?> paths) =>
        paths.OfType<string>().Select(path => Below(Path.GetFullPath(path, LinkFreePath.Resolve(directory)))).OfType<string>().Distinct(StringComparer.Ordinal);

    private string? Below(string path)
    {
        var relative = Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');
        return relative == "." ? "" : relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative.TrimEnd('/');
    }
}
