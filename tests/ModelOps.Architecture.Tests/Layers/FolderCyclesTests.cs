using ModelOps.Architecture.Tests.Fixtures.North;
using ModelOps.Architecture.Tests.Reading;

namespace ModelOps.Architecture.Tests.Layers;

public sealed class FolderCyclesTests
{
    private const string Fixtures = "ModelOps.Architecture.Tests.Fixtures";

    [Fact]
    public void Two_folders_that_use_each_other_are_found_with_the_types_on_both_sides() => Assert.Equal(
        [
            $"{Fixtures}.North.Compass uses {Fixtures}.South.Penguin, and {Fixtures}.South leads back to {Fixtures}.North",
            $"{Fixtures}.South.Penguin uses {Fixtures}.North.Compass, and {Fixtures}.North leads back to {Fixtures}.South",
        ],
        FolderCycles.Find(AssemblyUses.Read(typeof(Compass).Assembly.Location), Fixtures).Order(StringComparer.Ordinal));

    [Fact]
    public void A_cycle_over_three_folders_is_found() =>
        Assert.Equal(3, FolderCycles.Find([Use("Root.A", "Root.B"), Use("Root.B", "Root.C"), Use("Root.C", "Root.A")], "Root").Count);

    [Fact]
    public void A_cycle_deep_below_is_found() =>
        Assert.Equal(2, FolderCycles.Find([Use("Root.A.X", "Root.A.Y"), Use("Root.A.Y.Z", "Root.A.X.W")], "Root").Count);

    [Fact]
    public void A_folder_and_what_lies_in_it_may_use_each_other() =>
        Assert.Empty(FolderCycles.Find([Use("Root.A", "Root.A.X"), Use("Root.A.X", "Root.A"), Use("Root", "Root.A"), Use("Root.A", "Root")], "Root"));

    private static TypeUse Use(string from, string to) => new(new("Any", from, "From"), new("Any", to, "To"));
}
