namespace ModelOps.Sandbox.Scorers;

/// <summary>Settings of scorers; also sent when there are none.</summary>
internal sealed record OnlineConfigList(IReadOnlyList<OnlineConfig> Configs);
