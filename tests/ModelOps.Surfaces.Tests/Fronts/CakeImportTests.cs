using ModelOps.Core.Verbs;

namespace ModelOps.Surfaces.Tests.Fronts;

public sealed class CakeImportTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = SurfaceFiles.Emit();

    [Fact]
    public void An_alias_imports_what_a_script_needs_to_fill_in_every_input()
    {
        foreach (var verb in VerbCatalog.OnAllFronts)
        {
            var alias = Files[$"src/fronts/Cake.ModelOps/ModelOpsAliases.{verb.PascalName()}.g.cs"];
            foreach (var type in verb.Inputs.Select(input => input.ValueType).Where(type => type.FullName!.StartsWith("ModelOps.", StringComparison.Ordinal)))
            {
                Assert.Contains($"[CakeNamespaceImport(\"{type.Namespace}\")]", alias, StringComparison.Ordinal);
            }
        }
    }
}
