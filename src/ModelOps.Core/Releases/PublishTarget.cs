using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Where one live version of a key shall be.</summary>
/// <param name="Model">Registered model.</param>
/// <param name="Key">The key.</param>
/// <param name="ReadyTimeout">How long a version may be pending.</param>
internal sealed record PublishTarget(ModelName Model, string Key, TimeSpan ReadyTimeout);
