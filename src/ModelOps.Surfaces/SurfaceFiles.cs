using ModelOps.Surfaces.Azure;
using ModelOps.Surfaces.Cake;
using ModelOps.Surfaces.Docs;
using ModelOps.Surfaces.GitHub;
using ModelOps.Surfaces.MSBuild;
using ModelOps.Surfaces.Schema;

namespace ModelOps.Surfaces;

/// <summary>All emitted files, and what of them is committed.</summary>
internal static class SurfaceFiles
{
    private static readonly IReadOnlyList<Func<IReadOnlyDictionary<string, string>>> Emitters =
    [
        ActionEmitter.Emit,
        TaskManifestEmitter.Emit,
        TaskLauncherEmitter.Emit,
        StepTemplateEmitter.Emit,
        SetupStepEmitter.Emit,
        ExtensionEmitter.Emit,
        VerbPageEmitter.Emit,
        ExitCodePageEmitter.Emit,
        ConfigurationPageEmitter.Emit,
        DiagnosticPageEmitter.Emit,
        ConfigurationSchemaEmitter.Emit,
        ReportSchemaEmitter.Emit,
        TaskEmitter.Emit,
        TargetsEmitter.Emit,
        AliasEmitter.Emit,
        DescriptionEmitter.Emit,
    ];

    // Every file in these places is emitted, but for those named in ByHand.
    private static readonly IReadOnlyList<(string Directory, string Pattern)> Owned =
    [
        ("actions", "action.yml"),
        ("actions", "task.json"),
        ("actions", "*.js"),
        ("templates/azure-pipelines/steps", "*.yml"),
        ("docs/reference", "*.md"),
        ("docs/diagnostics", "*.md"),
        ("schemas", "*.json"),
        ("src/fronts/ModelOps.MSBuild", "*.g.cs"),
        ("src/fronts/Cake.ModelOps", "*.g.cs"),
        ("src", "*.g.xsl"),
    ];

    private static readonly IReadOnlyList<string> ByHand = ["actions/setup/action.yml"];

    /// <summary>Text of every emitted file by its path below the repository's root.</summary>
    public static SortedDictionary<string, string> Emit()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in Emitters.SelectMany(emit => emit()))
        {
            files.Add(path, text);
        }

        return files;
    }

    /// <summary>Writes every emitted file, deletes those that are emitted no more, and states the present version in those made by hand.</summary>
    public static void Write(string root)
    {
        var files = Emit();
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target) || File.ReadAllText(target) != text)
            {
                File.WriteAllText(target, text);
            }
        }

        foreach (var stale in Stale(root, files))
        {
            File.Delete(Path.Combine(root, stale));
        }

        StatedVersions.Write(root);
    }

    /// <summary>What differs between the emitted and the committed files, a line each; empty when nothing does.</summary>
    public static IReadOnlyList<string> Drift(string root)
    {
        var files = Emit();
        return
        [
            .. files.Keys.Where(path => !File.Exists(Path.Combine(root, path))).Select(path => $"missing: {path}"),
            .. files.Where(file => File.Exists(Path.Combine(root, file.Key)) && File.ReadAllText(Path.Combine(root, file.Key)) != file.Value)
                .Select(file => $"changed: {file.Key}"),
            .. Stale(root, files).Select(path => $"stale: {path}"),
            .. StatedVersions.Drift(root).Select(path => $"another version: {path}"),
        ];
    }

    private static IReadOnlyList<string> Stale(string root, SortedDictionary<string, string> files) =>
    [
        .. Owned
            .Where(place => Directory.Exists(Path.Combine(root, place.Directory)))
            .SelectMany(place => Directory.EnumerateFiles(Path.Combine(root, place.Directory), place.Pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !files.ContainsKey(path) && !ByHand.Contains(path))
            .Order(StringComparer.Ordinal),
    ];
}
