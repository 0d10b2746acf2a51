namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>A call that is answered with an error.</summary>
internal sealed class PoorFault(int status, string code, string message, bool isViolation) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Whether no client that keeps to the API makes such a call.</summary>
    public bool IsViolation { get; } = isViolation;

    public static PoorFault Violation(string code, string message) => new(400, code, message, isViolation: true);

    public static PoorFault Missing(string code, string message) => new(404, code, message, isViolation: false);

    public static PoorFault Conflict(string code, string message) => new(409, code, message, isViolation: false);
}
