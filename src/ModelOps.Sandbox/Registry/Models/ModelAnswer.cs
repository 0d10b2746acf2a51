namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Answer of the calls that concern one registered model.</summary>
internal sealed record ModelAnswer(WireModel RegisteredModel);
