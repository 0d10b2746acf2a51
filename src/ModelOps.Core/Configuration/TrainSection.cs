using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>How a model is trained: an entry point of an MLproject file.</summary>
public sealed record TrainSection
{
    [ConfigKey("Directory of the MLproject file, relative to this file. Default: that of this file.", Example = "pipelines")]
    public string? Directory { get; init; }

    [ConfigKey("Entry point of the MLproject file. Default: main.", Example = "train")]
    public string EntryPoint { get; init; } = "main";

    [ConfigKey("Parameters of the entry point by name.")]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    [ConfigKey("Longest time that a training may take; its processes are ended then. Default: 4h.", Example = "2h")]
    public Duration Timeout { get; init; } = Duration.Parse("4h");

    [ConfigKey("Names of environment variables that the command gets as they are; others that look like secrets are taken away.", Example = "[FEATURE_STORE_TOKEN]")]
    public IReadOnlyList<string> PassEnvironment { get; init; } = [];
}
