using ModelOps.Sandbox.Registry.Models;

namespace ModelOps.Sandbox.Search;

/// <summary>A page of registered models; null where there are none.</summary>
internal sealed record ModelPage(IReadOnlyList<WireModel>? RegisteredModels, string? NextPageToken);
