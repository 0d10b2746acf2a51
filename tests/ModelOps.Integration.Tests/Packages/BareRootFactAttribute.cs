namespace ModelOps.Integration.Tests.Packages;

/// <summary>A fact that is skipped, by name, without the native program, and where no bare root can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BareRootFactAttribute : FactAttribute
{
    public BareRootFactAttribute() => Skip = NativeFactAttribute.Reason ?? BareRoot.WhyNot;
}
