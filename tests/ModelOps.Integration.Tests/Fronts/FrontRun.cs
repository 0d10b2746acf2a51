namespace ModelOps.Integration.Tests.Fronts;

/// <summary>What a front made of a verb.</summary>
/// <param name="ExitCode">Exit code of the verb.</param>
/// <param name="Outputs">Outputs by name in camel case; none after a failure.</param>
/// <param name="Log">All that was printed.</param>
internal sealed record FrontRun(int ExitCode, IReadOnlyDictionary<string, string> Outputs, string Log);
