namespace ModelOps.Sandbox.Issues;

/// <summary>Words that say how far an issue is, and how bad.</summary>
internal static class IssueWords
{
    /// <summary>The status of a new issue.</summary>
    public const string Pending = "pending";

    private static readonly string[] Statuses = [Pending, "rejected", "resolved"];
    private static readonly string[] Severities = ["not_an_issue", "low", "medium", "high"];

    /// <summary>Requires a status, where one is sent.</summary>
    /// <exception cref="InvalidDataException">It is none: MLflow answers with its page for internal errors.</exception>
    public static string? Status(string? sent) => OneOf(Statuses, sent);

    /// <summary>Requires a severity, where one is sent.</summary>
    /// <exception cref="InvalidDataException">It is none: MLflow answers with its page for internal errors.</exception>
    public static string? Severity(string? sent) => OneOf(Severities, sent);

    private static string? OneOf(string[] words, string? sent) => string.IsNullOrEmpty(sent) ? null
        : words.Contains(sent) ? sent
        : throw new InvalidDataException($"Expected one of {string.Join(", ", words)}, found '{sent}'.");
}
