using ModelOps.Core.Checks;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>Content of modelops.yml.</summary>
public sealed record ToolkitConfiguration
{
    /// <summary>What holds when there is no modelops.yml.</summary>
    public static ToolkitConfiguration Empty { get; } = new() { Version = 1 };

    /// <summary>Path of the file; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>Directory in which relative paths of the file start; null when there is no file.</summary>
    public string? Directory => File is null ? null : Path.GetDirectoryName(File);

    [ConfigKey("Version of this format: 1.", Example = "1")]
    public required int Version { get; init; }

    [ConfigKey("Models that are released from this repository.")]
    public IReadOnlyList<ModelSection> Models { get; init; } = [];

    [ConfigKey("Environments by name, in the order of promotion.")]
    public IReadOnlyDictionary<string, EnvironmentSection> Environments { get; init; } = new Dictionary<string, EnvironmentSection>();

    [ConfigKey("Which branch may promote to which environment. Without this list any branch may.")]
    public IReadOnlyList<BranchSection> Branches { get; init; } = [];

    [ConfigKey("What holds for every promotion.")]
    public PromotionSection Promotion { get; init; } = new();

    [ConfigKey("Limits and waivers of check.")]
    public CheckSection Check { get; init; } = new();

    [ConfigKey("Where reports go beside files and the summary of the build.")]
    public ReportSection Report { get; init; } = new();

    [ConfigKey("Inputs by verb and name, for what neither the call nor the environment gives.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Defaults { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}
