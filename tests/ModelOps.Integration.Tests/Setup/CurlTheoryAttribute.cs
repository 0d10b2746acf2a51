namespace ModelOps.Integration.Tests.Setup;

/// <summary>A theory that is skipped, by name, where curl is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CurlTheoryAttribute : TheoryAttribute
{
    public CurlTheoryAttribute() => Skip = CurlFactAttribute.Reason;
}
