namespace ModelOps.Sandbox.Otlp;

/// <summary>Programs whose name root spans get as an attribute.</summary>
internal static class ServiceNames
{
    private static readonly HashSet<string> Kept = ["\"claude-code\"", "\"codex_cli_rs\"", "\"codex_vscode\"", "\"gemini-cli\"", "\"qwen-code\""];

    /// <summary>The name among the attributes of a resource, as JSON; null when it is of no such program.</summary>
    public static string? Find(IEnumerable<KeyValuePair<string, string>> attributes) =>
        attributes.LastOrDefault(pair => pair.Key == "service.name").Value is { } name && Kept.Contains(name) ? name : null;
}
