namespace ModelOps.Sandbox.LoggedModels;

/// <summary>A logged model as it is sent.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Data">What was logged of it.</param>
internal sealed record WireLoggedModel(WireLoggedModelInfo Info, WireLoggedModelData Data);
