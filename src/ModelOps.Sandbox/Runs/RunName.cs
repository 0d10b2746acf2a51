namespace ModelOps.Sandbox.Runs;

/// <summary>Names for runs that were given none: an adjective, an animal, a number.</summary>
internal static class RunName
{
    private const int MaxNumber = 1000;

    private static readonly string[] Adjectives =
    [
        "able", "bold", "brave", "bright", "calm", "clever", "eager", "fair", "fast", "gentle", "glad", "happy", "kind", "lively", "lucky", "mild",
        "neat", "nimble", "patient", "proud", "quick", "quiet", "sharp", "smart", "steady", "sturdy", "swift", "tidy", "warm", "wise",
    ];

    private static readonly string[] Animals =
    [
        "ant", "badger", "bat", "bear", "beaver", "bee", "crane", "crow", "deer", "dove", "duck", "eagle", "falcon", "finch", "fox", "goose",
        "hare", "hawk", "heron", "horse", "lark", "lynx", "mole", "moose", "otter", "owl", "robin", "seal", "stork", "wren",
    ];

    /// <summary>A name of twenty characters at most.</summary>
    public static string Make()
    {
        var adjective = Adjectives[Random.Shared.Next(Adjectives.Length)];
        var animal = Animals[Random.Shared.Next(Animals.Length)];
        return $"{adjective}-{animal}-{Random.Shared.Next(MaxNumber)}";
    }
}
