using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.MSBuild;

/// <summary>Finds the files of every model and says where its package goes, for the incremental build.</summary>
public sealed class PrepareModels : Microsoft.Build.Utilities.Task
{
    /// <summary>Model directories; metadata <c>PackageFile</c> overrides where the package goes.</summary>
    [Required]
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>Directory for packages.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Directory for files that only the build reads.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Project file. Relative paths start in its directory.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>
    /// The models by absolute path. Metadata added: <c>PackageFile</c>, and <c>InputsFile</c>, the file that lists what goes into it.
    /// </summary>
    [Output]
    public ITaskItem[] Prepared { get; private set; } = [];

    /// <summary>Every file of every model, with the same two metadata.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        Prepared = [.. Models.Select(Prepare)];
        var clashes = Prepared.GroupBy(model => model.GetMetadata("PackageFile"), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1);
        foreach (var clash in clashes)
        {
            new MSBuildHost(Log, ProjectFile).Report(InputDiagnostics.Conflict.At(
                $"{string.Join(" and ", clash.Select(model => $"'{model.ItemSpec}'"))} would be packed into the same file '{clash.Key}'. "
                + "Expected a package file for each: set the metadata PackageFile on the Model items."));
        }

        Files = [.. Prepared.SelectMany(FilesOf)];
        return !Log.HasLoggedErrors;
    }

    private ITaskItem Prepare(ITaskItem model)
    {
        var directory = Path.TrimEndingDirectorySeparator(Absolute(model.ItemSpec));
        var named = model.GetMetadata("PackageFile");
        var package = Absolute(named.Length > 0 ? named : Path.Combine(OutputDirectory, $"{Path.GetFileName(directory)}.modelpkg"));
        var prepared = new TaskItem(MSBuildText.Escape(directory));
        model.CopyMetadataTo(prepared);
        prepared.SetMetadata("PackageFile", MSBuildText.Escape(package));
        prepared.SetMetadata("InputsFile", MSBuildText.Escape(Path.Combine(Absolute(IntermediateDirectory), InputsName(package))));
        return prepared;
    }

    // MSBuild's own properties are written with backslashes on every system.
    private string Absolute(string path) =>
        Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(ProjectFile)!);

    // Packages of the same name in different directories need a list each.
    private static string InputsName(string package) =>
        $"{Path.GetFileName(package)}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(package)).AsSpan(0, 4))}.inputs.txt";

    private static IEnumerable<ITaskItem> FilesOf(ITaskItem model) =>
        ModelFiles.Of(model.ItemSpec).Select(file => new TaskItem(MSBuildText.Escape(file), new Dictionary<string, string>
        {
            ["PackageFile"] = MSBuildText.Escape(model.GetMetadata("PackageFile")),
            ["InputsFile"] = MSBuildText.Escape(model.GetMetadata("InputsFile")),
        }));
}
