using ModelOps.Abstractions.Hosting;

namespace ModelOps.Cli;

/// <summary>An environment in which NO_COLOR is set.</summary>
internal sealed class NoColorEnvironment(IEnvironment inner) : IEnvironment
{
    public IReadOnlyCollection<string> Names => [.. inner.Names.Append("NO_COLOR").Distinct(StringComparer.Ordinal)];

    public string? Get(string name) => name == "NO_COLOR" ? "1" : inner.Get(name);
}
