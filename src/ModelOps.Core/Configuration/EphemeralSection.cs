using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>Where integration tests of an environment put what they make.</summary>
public sealed record EphemeralSection
{
    [ConfigKey(
        "Second level of model names during a test. {pr} is the pull request's number or the branch, {run} is different in every run; a schema without {run} gets it appended. Default: pr_{pr}_{run}.",
        Example = "pr_{pr}_{run}")]
    public string Schema { get; init; } = "pr_{pr}_{run}";

    [ConfigKey("Time after which clean removes what a killed test left. Default: 24h.", Example = "24h")]
    public Duration Ttl { get; init; } = Duration.Parse("24h");
}
