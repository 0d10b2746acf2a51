using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Models.Environments;

/// <summary>
/// What lists for pip take from other files of the model: <c>-r</c> adds the lines of a file, <c>-c</c> limits the versions of what is asked for elsewhere.
/// </summary>
internal sealed class IncludedLists
{
    private const int MaxFiles = 100;

    private readonly Dictionary<string, Reading<RequirementsFile>> _files = new(StringComparer.Ordinal);
    private readonly ModelDirectory _model;

    private IncludedLists(ModelDirectory model) => _model = model;

    /// <summary>Files that are included by <c>-r</c>, other than requirements.txt.</summary>
    public IEnumerable<Reading<RequirementsFile>> Files => _files.Where(pair => pair.Key != ModelDirectory.RequirementsPath).Select(pair => pair.Value);

    /// <summary>Reads all files that the lists of a model include.</summary>
    public static IncludedLists Of(ModelDirectory model)
    {
        var included = new IncludedLists(model);
        included.Read("", [.. model.Requirements?.Value?.Requirements ?? [], .. model.Python?.Value?.Requirements ?? [], .. model.Conda?.Value?.Requirements ?? []]);
        return included;
    }

    /// <summary>A list as pip sees it: with the lines of what it includes, and with the versions to which constraints limit them.</summary>
    public IReadOnlyList<Requirement> Expand(IReadOnlyList<Requirement> list)
    {
        var lines = new List<Requirement>();
        var constraints = new List<Requirement>();
        Add("", list, lines, constraints, new HashSet<string>(StringComparer.Ordinal));
        return [.. lines.Select(line => Limit(line, constraints))];
    }

    private static Requirement Limit(Requirement line, List<Requirement> constraints)
    {
        var limits = constraints.Where(limit => limit.Name == line.Name && limit.Name.Length > 0 && limit.Specifier.Length > 0).ToList();
        if (limits.Count == 0 || line.Kind is not (RequirementKind.Unpinned or RequirementKind.Range))
        {
            return line;
        }

        var isPinned = limits.Exists(limit => limit.Kind == RequirementKind.Pinned);
        var limited = isPinned ? limits.First(limit => limit.Kind == RequirementKind.Pinned).Specifier : string.Join(',', limits.Select(limit => limit.Specifier).Append(line.Specifier).Where(text => text.Length > 0));
        return line with { Specifier = limited, Kind = isPinned ? RequirementKind.Pinned : RequirementKind.Range };
    }

    private void Add(string directory, IReadOnlyList<Requirement> list, List<Requirement> lines, List<Requirement> constraints, HashSet<string> open)
    {
        foreach (var line in list)
        {
            if (line.Kind is not (RequirementKind.RequirementsFile or RequirementKind.ConstraintsFile))
            {
                lines.Add(line);
            }
            else if (PathOf(directory, line) is { } path && open.Add($"{line.Kind} {path}"))
            {
                var target = line.Kind == RequirementKind.RequirementsFile ? lines : constraints;
                Add(DirectoryOf(path), ReadFile(path)?.Value?.Requirements ?? [], target, constraints, open);
            }
        }
    }

    private void Read(string directory, IReadOnlyList<Requirement> list)
    {
        foreach (var line in list.Where(line => line.Kind == RequirementKind.RequirementsFile))
        {
            if (_files.Count < MaxFiles && PathOf(directory, line) is { } path && !_files.ContainsKey(path) && ReadFile(path) is { Value: { } file } reading)
            {
                _files.Add(path, reading);
                Read(DirectoryOf(path), file.Requirements);
            }
        }
    }

    private Reading<RequirementsFile>? ReadFile(string path) =>
        path == ModelDirectory.RequirementsPath ? _model.Requirements
            : _files.TryGetValue(path, out var known) ? known
            : _model.Find(path) == EntryKind.File && !_model.IsPointer(path) ? RequirementsReader.Read(_model.FullPath(path))
            : null;

    private static string? PathOf(string directory, Requirement line)
    {
        var target = line.Target.StartsWith("./", StringComparison.Ordinal) ? line.Target[2..] : line.Target;
        var path = directory.Length == 0 ? target : $"{directory}/{target}";
        return SafeRelativePath.TryValidate(path, out _) ? path : null;
    }

    private static string DirectoryOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
}
