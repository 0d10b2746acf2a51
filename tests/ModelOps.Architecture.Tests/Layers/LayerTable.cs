namespace ModelOps.Architecture.Tests.Layers;

/// <summary>Which assembly of the product may refer to which: the one place that says it.</summary>
internal static class LayerTable
{
    public const string Abstractions = "ModelOps.Abstractions";
    public const string Evaluation = "ModelOps.Evaluation";
    public const string Http = "ModelOps.Http";
    public const string Core = "ModelOps.Core";
    public const string Store = "ModelOps.Store";
    public const string Mlflow = "ModelOps.Mlflow";
    public const string FileStore = "ModelOps.FileStore";
    public const string Backends = "ModelOps.Backends";
    public const string Sandbox = "modelops-sandbox";
    public const string Command = "modelops";
    public const string MSBuild = "ModelOps.MSBuild";
    public const string Cake = "Cake.ModelOps";
    public const string Surfaces = "ModelOps.Surfaces";

    /// <summary>What each may refer to. A front starts the sandbox as a process and refers to none of its types.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = new Dictionary<string, string[]>
    {
        [Abstractions] = [],
        [Evaluation] = [Abstractions],
        [Http] = [Abstractions],
        [Core] = [Evaluation, Abstractions],
        [Store] = [Abstractions],
        [Mlflow] = [Http, Abstractions],
        [FileStore] = [Abstractions],
        [Backends] = [Store, Mlflow, FileStore, Abstractions],
        [Sandbox] = [Store, Core, Abstractions],
        [Command] = [Backends, Core, Abstractions],
        [MSBuild] = [Backends, Core, Abstractions],
        [Cake] = [Backends, Core, Abstractions],
        [Surfaces] = [Core, Abstractions],
    };

    /// <summary>What is published and not built with the rest: the command and the sandbox in one program, which has one file of its own.</summary>
    public static IReadOnlyList<string> Published { get; } = ["ModelOps.Native"];

    /// <summary>Libraries that one assembly only may name, so that replacing one is a change in one place.</summary>
    public static IReadOnlyDictionary<string, string> Owners { get; } = new Dictionary<string, string>
    {
        ["Microsoft.Data.Sqlite"] = Store,
        ["SQLitePCLRaw"] = Store,
        ["Polly"] = Http,
        ["CsvHelper"] = Evaluation,
        ["MathNet"] = Evaluation,
        ["Spectre.Console"] = Command,
        ["System.CommandLine"] = Command,
        ["LibGit2Sharp"] = Core,
        ["Octokit"] = Core,
        ["Microsoft.AspNetCore"] = Sandbox,
        ["Cake.Core"] = Cake,
        ["Microsoft.Build"] = MSBuild,
        ["Azure"] = "ModelOps.CloudStorage",
        ["AWSSDK"] = "ModelOps.CloudStorage",
    };
}
