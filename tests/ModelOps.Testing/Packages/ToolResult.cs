namespace ModelOps.Testing.Packages;

/// <summary>What a program said.</summary>
public sealed record ToolResult(int ExitCode, string Output);
