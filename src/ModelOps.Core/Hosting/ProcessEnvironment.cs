using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>The environment of this process.</summary>
public sealed class ProcessEnvironment : IEnvironment
{
    /// <summary>The one instance.</summary>
    public static ProcessEnvironment Instance { get; } = new();

    /// <inheritdoc />
    public string? Get(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc />
    public IReadOnlyCollection<string> Names => [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()];
}
