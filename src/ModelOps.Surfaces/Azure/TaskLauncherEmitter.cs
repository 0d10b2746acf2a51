using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Azure;

/// <summary>Emits the launcher of the Azure tasks. An agent installs a task as its folder alone, so every folder needs one.</summary>
internal static class TaskLauncherEmitter
{
    public const string FileName = "launch.js";

    public static IReadOnlyDictionary<string, string> Emit()
    {
        using var source = new StreamReader(typeof(TaskLauncherEmitter).Assembly.GetManifestResourceStream(FileName)!);
        var text = $"// {EmittedHeader.For($"src/ModelOps.Surfaces/Azure/{FileName}")}\n{source.ReadToEnd()}";
        return VerbCatalog.OnAllFronts.ToDictionary(verb => $"actions/{verb.Name}/{FileName}", _ => text, StringComparer.Ordinal);
    }
}
