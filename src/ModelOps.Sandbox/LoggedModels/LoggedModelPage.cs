namespace ModelOps.Sandbox.LoggedModels;

/// <summary>A page of logged models; null where there are none.</summary>
internal sealed record LoggedModelPage(IReadOnlyList<WireLoggedModel>? Models, string? NextPageToken);
