using ModelOps.Abstractions.Hosting;

namespace ModelOps.Testing;

/// <summary>Environment variables of a test, and no others.</summary>
public sealed class TestEnvironment : Dictionary<string, string>, IEnvironment
{
    public IReadOnlyCollection<string> Names => Keys;

    public string? Get(string name) => TryGetValue(name, out var value) ? value : null;
}
