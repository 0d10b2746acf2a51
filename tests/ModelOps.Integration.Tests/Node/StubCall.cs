namespace ModelOps.Integration.Tests.Node;

/// <summary>One call of a stub: its name and arguments, and its environment.</summary>
internal sealed record StubCall(string CommandLine, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Values of the inputs that were given, by variable.</summary>
    public IReadOnlyDictionary<string, string> Inputs =>
        Environment.Where(pair => pair.Key.StartsWith("INPUT_", StringComparison.Ordinal) && pair.Value.Length > 0).ToDictionary();

    public static StubCall Parse(string record)
    {
        var parts = record.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return new(parts[0], parts[1..].Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
    }
}
