namespace ModelOps.Architecture.Tests.Reading;

/// <summary>One type refers to another one, in a signature or a body.</summary>
/// <param name="From">The type that refers, without what the compiler nested in it.</param>
/// <param name="To">The type that is referred to.</param>
/// <param name="Member">The member of <paramref name="To"/> that is called, where one is.</param>
internal sealed record TypeUse(TypeName From, TypeName To, string? Member = null);
