namespace ModelOps.Integration.Tests.Setup;

/// <summary>A fact that is skipped, by name, where curl is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute() => Skip = Reason;

    /// <summary>Null where it is there.</summary>
    public static string? Reason { get; } = File.Exists("/usr/bin/curl") ? null : "there is no /usr/bin/curl";
}
