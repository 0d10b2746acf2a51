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

/// <summary>The one list of gates.</summary>
internal static class GateRooms
{
    /// <summary>All gates, in the order in which they are shown: what is cheap and certain first.</summary>
    public static IReadOnlyList<GateRoom> All { get; } =
    [
        new DigestRoom(),
        new MetadataRoom(),
        new PackageRoom(),
        new SignatureRoom(),
        new MetricsRoom(),
        new SlicesRoom(),
        new FairnessRoom(),
        new RuntimeRoom(),
        new DataRoom(),
        new ChampionRoom(),
    ];
}
