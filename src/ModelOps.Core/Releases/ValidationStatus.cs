namespace ModelOps.Core.Releases;

/// <summary>Values of <c>model_validation_status</c>.</summary>
internal static class ValidationStatus
{
    public const string Pending = "PENDING";
    public const string Passed = "PASSED";
    public const string Failed = "FAILED";
}
