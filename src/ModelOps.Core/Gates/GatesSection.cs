using ModelOps.Core.Contract;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gates.Data;
using ModelOps.Core.Gates.Fairness;
using ModelOps.Core.Gates.Metadata;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Gates.Package;
using ModelOps.Core.Gates.Runtime;
using ModelOps.Core.Gates.Signature;
using ModelOps.Core.Gates.Slices;

namespace ModelOps.Core.Gates;

/// <summary>What a version has to pass before it becomes challenger. Gates block unless they are switched off by name.</summary>
public sealed record GatesSection
{
    /// <summary>The gates of a model for which modelops.yml has no section <c>gates</c>.</summary>
    internal static GatesSection NotWritten { get; } = new();

    /// <summary>Seed of everything random, which modelops.yml has beside the comparison.</summary>
    internal int Seed => Champion.Seed;

    [ConfigKey("Tags, description and model card that a version needs.")]
    public MetadataGateSection Metadata { get; init; } = new();

    [ConfigKey("Rules of check.")]
    public PackageGateSection Package { get; init; } = new();

    [ConfigKey("Whether callers of the champion can call the version.")]
    public SignatureGateSection Signature { get; init; } = new();

    [ConfigKey("Limits of metrics.")]
    public IReadOnlyList<MetricGateSection> Metrics { get; init; } = [];

    [ConfigKey("Limits of metrics on every slice.")]
    public SliceGateSection? Slices { get; init; }

    [ConfigKey("Largest differences of a metric between groups.")]
    public IReadOnlyList<FairnessGateSection> Fairness { get; init; } = [];

    [ConfigKey("Size, load time and latency.")]
    public RuntimeGateSection? Runtime { get; init; }

    [ConfigKey("Stability of the inputs.")]
    public DataGateSection? Data { get; init; }

    [ConfigKey("Comparison with the champion, or with a baseline while there is none.")]
    public ChampionGateSection Champion { get; init; } = new();

    [ConfigKey("Bad candidates that gates verify makes.")]
    public VerifySection Verify { get; init; } = new();
}
