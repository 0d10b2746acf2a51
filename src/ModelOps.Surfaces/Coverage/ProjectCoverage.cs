namespace ModelOps.Surfaces.Coverage;

/// <summary>What the tests of all projects together ran of one.</summary>
internal sealed record ProjectCoverage(string Name, CoverageCount Lines, CoverageCount Branches);
