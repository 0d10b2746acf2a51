using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gates.Data;
using ModelOps.Core.Gates.Digest;
using ModelOps.Core.Gates.Fairness;
using ModelOps.Core.Gates.Metadata;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Core.Gates.Package;
using ModelOps.Core.Gates.Runtime;
using ModelOps.Core.Gates.Signature;
using ModelOps.Core.Gates.Slices;

namespace ModelOps.Core.Gates;

/// <summary>All gates, in the order in which they are shown: what is cheap and certain first.</summary>
internal static class GateSet
{
    /// <summary>The gates.</summary>
    public static IReadOnlyList<IGate> All { get; } =
    [
        new DigestGate(),
        new MetadataGate(),
        new PackageGate(),
        new SignatureGate(),
        new MetricsGate(),
        new SliceGate(),
        new FairnessGate(),
        new RuntimeGate(),
        new DataGate(),
        new ChampionGate(),
    ];
}
