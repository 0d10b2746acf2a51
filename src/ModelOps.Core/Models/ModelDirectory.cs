using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models.Environments;

namespace ModelOps.Core.Models;

/// <summary>A model directory. Files are read when first asked for, once; weights are never read, links never followed.</summary>
internal sealed class ModelDirectory
{
    private readonly Lazy<Reading<MlModel>?> _model;
    private readonly Lazy<Reading<CondaEnvironment>?> _conda;
    private readonly Lazy<Reading<PythonEnvironment>?> _python;
    private readonly Lazy<Reading<RequirementsFile>?> _requirements;
    private readonly Lazy<IncludedLists> _included;

    public ModelDirectory(string root)
    {
        Root = root;
        _model = new(() => Read("MLmodel", MlModelReader.Read));
        _conda = new(() => Read(CondaPath, CondaReader.Read));
        _python = new(() => Read(PythonPath, PythonEnvironmentReader.Read));
        _requirements = new(() => Read(RequirementsPath, RequirementsReader.Read));
        _included = new(() => IncludedLists.Of(this));
    }

    /// <summary>Name of the file that pip's list is in.</summary>
    public static string RequirementsPath => "requirements.txt";

    /// <summary>Full path of the directory.</summary>
    public string Root { get; }

    /// <summary>MLmodel; null when there is no such regular file.</summary>
    public Reading<MlModel>? Model => _model.Value;

    /// <summary>Relative path of conda's file: the one that MLmodel names, else <c>conda.yaml</c>.</summary>
    public string CondaPath => EnvironmentPath("conda", "conda.yaml");

    /// <summary>Relative path of virtualenv's file: the one that MLmodel names, else <c>python_env.yaml</c>.</summary>
    public string PythonPath => EnvironmentPath("virtualenv", "python_env.yaml");

    /// <summary>conda.yaml; null when there is no such regular file.</summary>
    public Reading<CondaEnvironment>? Conda => _conda.Value;

    /// <summary>python_env.yaml; null when there is no such regular file.</summary>
    public Reading<PythonEnvironment>? Python => _python.Value;

    /// <summary>requirements.txt; null when there is no such regular file.</summary>
    public Reading<RequirementsFile>? Requirements => _requirements.Value;

    /// <summary>Path for the file system and for messages.</summary>
    public string FullPath(string relative) => Path.Combine(Root, Path.Combine(relative.Split('/')));

    /// <summary>What a relative path names. No part of the path is followed when it is a link.</summary>
    public EntryKind Find(string relative)
    {
        if (!SafeRelativePath.TryValidate(relative, out _))
        {
            return EntryKind.Unsafe;
        }

        var (path, found) = (Root, EntryKind.Directory);
        foreach (var part in relative.Split('/'))
        {
            path = Path.Combine(path, part);
            var entry = new FileInfo(path);
            if (entry.LinkTarget is not null || (entry.Exists && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)))
            {
                return EntryKind.Link;
            }

            found = Directory.Exists(path) ? EntryKind.Directory : entry.Exists ? EntryKind.File : EntryKind.Missing;
        }

        return found == EntryKind.File && SpecialFile.Describe(path, new FileInfo(path).Length) is not null ? EntryKind.Special : found;
    }

    /// <summary>All files and directories at any depth; links are listed and not entered.</summary>
    public IEnumerable<FileSystemInfo> Entries()
    {
        var open = new Stack<DirectoryInfo>([new(Root)]);
        while (open.TryPop(out var directory))
        {
            foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                yield return entry;
                if (entry is DirectoryInfo { LinkTarget: null } below && !below.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    open.Push(below);
                }
            }
        }
    }

    /// <summary>Whether a regular file is only a pointer to its content, of which nothing can be said.</summary>
    public bool IsPointer(string relative) => PointerFile.Describe(FullPath(relative), new FileInfo(FullPath(relative)).Length) is not null;

    /// <summary>All lines for pip, each once, from requirements.txt, python_env.yaml and conda.yaml, and from what they include.</summary>
    public IEnumerable<Requirement> AllRequirements => EveryRequirement.DistinctBy(requirement => requirement.Text, StringComparer.Ordinal);

    /// <summary>All lines for pip at every place.</summary>
    public IEnumerable<Requirement> EveryRequirement =>
        (Requirements?.Value?.Requirements ?? [])
            .Concat(Python?.Value?.BuildRequirements ?? [])
            .Concat(Python?.Value?.Requirements ?? [])
            .Concat(Conda?.Value?.Requirements ?? [])
            .Concat(Included.Files.SelectMany(file => file.Value?.Requirements ?? []));

    /// <summary>Files that lists for pip include.</summary>
    public IncludedLists Included => _included.Value;

    private string EnvironmentPath(string kind, string usual) =>
        Model?.Value?.EnvironmentFiles.TryGetValue(kind, out var named) == true ? named.Text : usual;

    private Reading<T>? Read<T>(string relative, Func<string, Reading<T>> read)
        where T : class => Find(relative) != EntryKind.File ? null : IsPointer(relative) ? new(null, []) : read(FullPath(relative));
}
