namespace ModelOps.Core.Hosting;

/// <summary>What one run of the git program came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it said on standard error, in English.</param>
internal sealed record GitOutput(int ExitCode, string Output, string Error);
