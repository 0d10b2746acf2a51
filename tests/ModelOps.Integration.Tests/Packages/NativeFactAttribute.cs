using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>A fact that is skipped, by name, where the suite was given no native program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = Reason;

    /// <summary>Null where there is one.</summary>
    public static string? Reason => ModelOpsProgram.IsNative ? null : "the native program was not built";
}
