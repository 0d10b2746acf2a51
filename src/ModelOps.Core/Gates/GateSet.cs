using ModelOps.Core.Gates.Digest;
using ModelOps.Core.Gates.Metadata;
using ModelOps.Core.Gates.Package;
using ModelOps.Core.Gates.Runtime;
using ModelOps.Core.Gates.Signature;

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
        new RuntimeGate(),
    ];
}
