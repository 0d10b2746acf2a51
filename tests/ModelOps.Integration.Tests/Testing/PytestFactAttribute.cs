namespace ModelOps.Integration.Tests.Testing;

/// <summary>A fact that is skipped, by name, where pytest is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PytestFactAttribute : FactAttribute
{
    public PytestFactAttribute() => Skip = File.Exists(SampleLab.Pytest) ? null : "pytest is not installed";
}
