using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Verbs.Register;

/// <summary>The version that a registration comes to.</summary>
/// <param name="Version">The version; null while it is still to be made.</param>
/// <param name="IsNew">Whether this run made it, or would.</param>
internal sealed record RegisteredVersion(ModelVersion? Version, bool IsNew);
