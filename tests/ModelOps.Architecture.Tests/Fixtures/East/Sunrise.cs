using ModelOps.Architecture.Tests.Fixtures.West;

namespace ModelOps.Architecture.Tests.Fixtures.East;

/// <summary>Uses the west, which does not use it back.</summary>
internal sealed class Sunrise
{
    public static string Opposite => Sunset.Name;
}
