namespace ModelOps.Sandbox.Seeds;

/// <summary>A catalog to begin with.</summary>
/// <param name="Models">Registered models.</param>
/// <param name="Experiments">Experiments.</param>
internal sealed record Seed(IReadOnlyList<SeedModel> Models, IReadOnlyList<SeedExperiment> Experiments);
