using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>One stage of a suite: a command whose tests are counted, or an entry point of an MLproject file.</summary>
public sealed record StageSection
{
    [ConfigKey("Name of the stage.", Example = "features")]
    public required string Name { get; init; }

    [ConfigKey(
        "Program and arguments, quoted as in a shell but run without one. {results}, {sample} and {name} of every name under parameters are filled in.",
        Example = "pytest -q tests/features --junitxml={results}")]
    public string? Run { get; init; }

    [ConfigKey("Directory in which the command runs, relative to this file. Default: that of this file.", Example = "pipelines")]
    public string? Directory { get; init; }

    [ConfigKey("File of results that the command writes (JUnit XML or TRX), when it is not {results}.", Example = "build/unit.xml")]
    public string? Results { get; init; }

    [ConfigKey("Entry point of the MLproject file in the directory, instead of run.", Example = "train")]
    public string? EntryPoint { get; init; }

    [ConfigKey("Parameters by name, for the placeholders of the command or of the entry point.")]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    [ConfigKey("Fraction of the data that the stage runs on, above 0 and at most 1; it becomes {sample} and MODELOPS_SAMPLE. --sample wins. Default: 1.", Example = "0.02")]
    public string? Sample { get; init; }

    [ConfigKey("Longest time that the stage may take; its processes are ended then. Default: 30m.", Example = "20m")]
    public Duration Timeout { get; init; } = Duration.Parse("30m");

    [ConfigKey("Names of environment variables that the command gets as they are; others that look like secrets are taken away.", Example = "[FEATURE_STORE_TOKEN]")]
    public IReadOnlyList<string> PassEnvironment { get; init; } = [];
}
