namespace ModelOps.Architecture.Tests.Reading;

/// <summary>A top-level type: nested types count as the type that holds them.</summary>
internal sealed record TypeName(string Assembly, string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
