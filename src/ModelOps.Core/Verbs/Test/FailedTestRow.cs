namespace ModelOps.Core.Verbs.Test;

/// <summary>One test that failed.</summary>
/// <param name="Stage">Suite and stage.</param>
/// <param name="Test">Class and name.</param>
/// <param name="Message">First line of the message.</param>
/// <param name="File">File, relative to the working directory; empty when unknown.</param>
/// <param name="Line">Line; null when unknown.</param>
public sealed record FailedTestRow(string Stage, string Test, string Message, string File, int? Line);
