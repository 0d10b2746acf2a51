namespace ModelOps.Sandbox.LoggedModels;

/// <summary>One logged model.</summary>
internal sealed record LoggedModelAnswer(WireLoggedModel Model);
