namespace ModelOps.Abstractions.Hosting;

/// <summary>Environment variables, so that tests and in-process fronts can bring their own.</summary>
public interface IEnvironment
{
    /// <summary>Value of a variable; null when it is not set.</summary>
    /// <param name="name">Name, as the operating system compares it.</param>
    string? Get(string name);

    /// <summary>Names of all variables that are set.</summary>
    IReadOnlyCollection<string> Names { get; }
}
