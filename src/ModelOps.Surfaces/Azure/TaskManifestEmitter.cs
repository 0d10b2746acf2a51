using System.Text.Json.Nodes;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Azure;

/// <summary>Emits an Azure Pipelines task for every verb. The task's name ends in the verb, which is how the launcher knows it.</summary>
internal static class TaskManifestEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        VerbCatalog.OnAllFronts.ToDictionary(
            verb => $"actions/{verb.Name}/task.json", verb => JsonText.Write(Manifest(verb)), StringComparer.Ordinal);

    public static string TaskName(VerbDescriptor verb) => $"modelops-{verb.Name}";

    private static JsonObject Manifest(VerbDescriptor verb) => new()
    {
        ["$schema"] = "https://raw.githubusercontent.com/Microsoft/azure-pipelines-task-lib/master/tasks.schema.json",
        ["id"] = TaskId.For(TaskName(verb)).ToString(),
        ["name"] = TaskName(verb),
        ["friendlyName"] = $"ModelOps {verb.CommandText}",
        ["description"] = verb.Description,
        ["author"] = "ModelOps Toolkit maintainers",
        ["category"] = "Deploy",
        ["visibility"] = JsonText.Array(["Build", "Release"]),
        ["runsOn"] = JsonText.Array(["Agent", "DeploymentGroup"]),
        ["version"] = Version(),
        ["minimumAgentVersion"] = "3.232.1",
        ["instanceNameFormat"] = $"modelops {verb.CommandText}",
        ["inputs"] = new JsonArray([.. verb.Inputs.Select(Input)]),
        ["outputVariables"] = new JsonArray([.. verb.AllOutputs.Select(output => new JsonObject
        {
            ["name"] = output.Name.Camel,
            ["description"] = output.Description,
        })]),
        ["restrictions"] = new JsonObject
        {
            ["commands"] = new JsonObject { ["mode"] = "restricted" },
            ["settableVariables"] = new JsonObject { ["allowed"] = JsonText.Array(verb.AllOutputs.Select(output => output.Name.Camel)) },
        },
        ["execution"] = new JsonObject
        {
            ["Node20_1"] = new JsonObject { ["target"] = TaskLauncherEmitter.FileName },
            ["Node24"] = new JsonObject { ["target"] = TaskLauncherEmitter.FileName },
        },
    };

    private static JsonObject Version()
    {
        var version = ToolkitVersion.Current;
        return new() { ["Major"] = version.Major, ["Minor"] = version.Minor, ["Patch"] = version.Build };
    }

    private static JsonObject Input(InputDescriptor input)
    {
        var manifest = new JsonObject
        {
            ["name"] = input.Name.Camel,
            ["type"] = TypeOf(input),
            ["label"] = Label(input.Name),
            ["required"] = input.MustBeGiven(),
            ["helpMarkDown"] = input.Help(),
        };
        if (input.Choices.Count > 0)
        {
            manifest["options"] = new JsonObject(input.Choices.Select(choice => KeyValuePair.Create(choice, (JsonNode?)choice)));
        }

        return manifest;
    }

    // Paths are plain text: the agent turns an empty filePath into the repository's root, so that absent could not be told.
    private static string TypeOf(InputDescriptor input) => input switch
    {
        { IsList: true } => "multiLine",
        { IsFlag: true } => "boolean",
        { Choices.Count: > 0 } => "pickList",
        _ when input.ValueType == typeof(int) => "int",
        _ => "string",
    };

    private static string Label(InputName name)
    {
        var words = name.Kebab.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
