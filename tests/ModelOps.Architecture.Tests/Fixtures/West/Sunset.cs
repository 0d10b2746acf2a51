namespace ModelOps.Architecture.Tests.Fixtures.West;

internal static class Sunset
{
    public static string Name => nameof(Sunset).ToUpperInvariant();
}
