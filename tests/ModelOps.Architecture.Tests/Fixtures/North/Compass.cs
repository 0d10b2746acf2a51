using ModelOps.Architecture.Tests.Fixtures.South;

namespace ModelOps.Architecture.Tests.Fixtures.North;

/// <summary>Names the south in a signature.</summary>
internal sealed record Compass(IReadOnlyList<Penguin> Seen);
