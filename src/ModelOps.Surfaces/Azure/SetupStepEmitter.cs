using ModelOps.Surfaces.Packing;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Azure;

/// <summary>
/// Emits the step template that puts the command on PATH. A template is expanded before anything is checked out, so that it has the whole script inside,
/// and in the commit of a release the address and the sum of the archive.
/// </summary>
internal static class SetupStepEmitter
{
    public const string Path = "templates/azure-pipelines/steps/setup.yml";

    private const string Script = "install.sh";

    public static IReadOnlyDictionary<string, string> Emit() => new Dictionary<string, string> { [Path] = EmitTemplate(ReleaseRecord.Committed) };

    /// <summary>The template.</summary>
    /// <param name="release">The release that it belongs to; null for one that belongs to none.</param>
    public static string EmitTemplate(ReleaseRecord? release) =>
        new TextLines()
            .Add($"# {EmittedHeader.For($"actions/setup/{Script} and SetupStepEmitter")}")
            .Add("# Puts the modelops command on PATH, in one exact version: from the archive of a release, or from a NuGet feed with the .NET SDK.")
            .Add("parameters:")
            .AddAll(Parameter("version", "Exact version of the modelops command.", ToolkitVersion.Full))
            .AddAll(Parameter(
                "source",
                "NuGet feed to install from; configured takes the feeds that the machine itself is configured with. Without it, the archive, and where there is none, the configured feeds.",
                ""))
            .AddAll(Parameter("archive", "Address (https) of modelops-linux-x64.tar.gz. In the tag of a release it is that of the release.", release?.Archive ?? ""))
            .AddAll(Parameter("sha256", "SHA-256 of the archive, as SHA256SUMS of the release says it.", release?.Sha256 ?? ""))
            .Add("steps:")
            .Add("  - ${{ if or(ne(parameters.source, ''), eq(parameters.archive, '')) }}:")
            .Add("    - task: UseDotNet@2")
            .Add("      displayName: Set up .NET")
            .Add("      inputs:")
            .Add("        packageType: sdk")
            .Add("        version: 10.0.x")
            .Add("  - bash: |")
            .AddAll(ScriptLines().Select(line => line.Length > 0 ? $"      {line}" : ""))
            .Add("    displayName: Install modelops")
            .Add("    target:")
            .Add("      commands: restricted")
            .Add("      settableVariables:")
            .Add("        - PATH")
            .Add("    env:")
            .Add("      TOOL_VERSION: ${{ parameters.version }}")
            .Add("      TOOL_SOURCE: ${{ parameters.source }}")
            .Add("      TOOL_ARCHIVE: ${{ parameters.archive }}")
            .Add("      TOOL_SHA256: ${{ parameters.sha256 }}")
            .ToString();

    private static IEnumerable<string> Parameter(string name, string help, string value) =>
    [
        $"  - name: {name}",
        "    type: string",
        $"    displayName: {YamlText.Quote(help)}",
        $"    default: {YamlText.Quote(value)}",
    ];

    private static string[] ScriptLines()
    {
        using var source = new StreamReader(typeof(SetupStepEmitter).Assembly.GetManifestResourceStream(Script)!);
        return source.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
