namespace ModelOps.Core.Gates;

/// <summary>A command that answers requests, to be measured.</summary>
/// <param name="Run">Program and arguments; null when there is nothing to run.</param>
/// <param name="Directory">Directory in which it runs, relative to modelops.yml; null for that of modelops.yml.</param>
/// <param name="Requests">File with a request a line, relative to modelops.yml.</param>
/// <param name="Repeat">How often the requests are sent.</param>
/// <param name="Timeout">Longest time of the whole measurement.</param>
/// <param name="PassEnvironment">Names of variables that the command asks for.</param>
internal sealed record ScoringNeed(
    string? Run, string? Directory, string? Requests, int Repeat, TimeSpan Timeout, IReadOnlyList<string> PassEnvironment);
