namespace ModelOps.Core.Suites.Results;

/// <summary>A file of results that cannot be read; the message says why, as the end of a sentence that begins with the file.</summary>
internal sealed class RefusedResultsException(string message, Exception? inner = null) : Exception(message, inner);
