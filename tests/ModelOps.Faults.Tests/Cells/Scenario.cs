namespace ModelOps.Faults.Tests.Cells;

/// <summary>A verb, and what is there before it runs.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Arguments">Its inputs.</param>
internal sealed record Scenario(string Name, string Verb, params (string Name, string Value)[] Arguments)
{
    /// <summary>Makes what is there before.</summary>
    public Func<FaultSubject, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    /// <summary>Beginning of a line that may be there besides; empty for none.</summary>
    public string MayAlsoSay { get; init; } = "";

    /// <inheritdoc />
    public override string ToString() => Name;
}
