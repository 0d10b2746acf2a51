using System.Text.Json.Nodes;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Azure;

/// <summary>Emits the manifest of the Azure DevOps extension.</summary>
internal static class ExtensionEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["vss-extension.json"] = JsonText.Write(Manifest()) };

    private static JsonObject Manifest() => new()
    {
        ["manifestVersion"] = 1,
        ["id"] = "modelops-toolkit",
        ["name"] = "ModelOps Toolkit",
        ["version"] = ToolkitVersion.Text,
        ["publisher"] = "modelops-toolkit",
        ["description"] = "Packages, checks, tests, registers, validates, promotes and rolls back MLflow models.",
        ["categories"] = JsonText.Array(["Azure Pipelines"]),
        ["tags"] = JsonText.Array(["mlflow", "mlops", "machine learning"]),
        ["targets"] = new JsonArray(new JsonObject { ["id"] = "Microsoft.VisualStudio.Services" }),
        ["icons"] = new JsonObject { ["default"] = "docs/azure-extension/icon.png" },
        ["content"] = new JsonObject { ["details"] = new JsonObject { ["path"] = "docs/azure-extension/overview.md" } },
        ["files"] = new JsonArray([.. VerbCatalog.OnAllFronts.SelectMany(TaskFiles)]),
        ["contributions"] = new JsonArray([.. VerbCatalog.OnAllFronts.Select(Contribution)]),
    };

    // Not the whole directory: action.yml is no part of the task.
    private static IEnumerable<JsonNode> TaskFiles(VerbDescriptor verb) =>
    [
        new JsonObject { ["path"] = $"actions/{verb.Name}/task.json" },
        new JsonObject { ["path"] = $"actions/{verb.Name}/{TaskLauncherEmitter.FileName}" },
    ];

    private static JsonObject Contribution(VerbDescriptor verb) => new()
    {
        ["id"] = TaskManifestEmitter.TaskName(verb),
        ["type"] = "ms.vss-distributed-task.task",
        ["targets"] = JsonText.Array(["ms.vss-distributed-task.tasks"]),
        ["properties"] = new JsonObject { ["name"] = $"actions/{verb.Name}" },
    };
}
