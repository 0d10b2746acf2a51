namespace ModelOps.Sandbox.Scorers;

/// <summary>One setting.</summary>
internal sealed record OnlineConfigAnswer(OnlineConfig Config);
