using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.House;

/// <summary>The public members of the libraries stand in a file, so that a change of one is seen in a diff; the compiler holds files and members against each other.</summary>
public class PublicSurfaceTests
{
    [Theory]
    [InlineData("src/ModelOps.Abstractions", "ModelOps.Abstractions.Diagnostics.ModelOpsException")]
    [InlineData("src/ModelOps.Core", "ModelOps.Core.Verbs.Register.RegisterSettings")]
    [InlineData("src/fronts/ModelOps.MSBuild", "ModelOps.MSBuild.Tasks.RegisterModel")]
    [InlineData("src/fronts/Cake.ModelOps", "Cake.ModelOps.ModelOpsAliases")]
    public void A_library_has_its_members_recorded(string project, string type)
    {
        var lines = Lines(project, "Shipped").Concat(Lines(project, "Unshipped")).ToArray();
        Assert.Contains(type, lines);
        Assert.Distinct(lines);
    }

    // Written by the build's target Surface: sorted, so that branches merge.
    [Theory]
    [InlineData("src/ModelOps.Abstractions")]
    [InlineData("src/ModelOps.Core")]
    [InlineData("src/fronts/ModelOps.MSBuild")]
    [InlineData("src/fronts/Cake.ModelOps")]
    public void What_is_not_released_yet_is_in_order(string project) => Assert.Equal(Lines(project, "Unshipped").Order(StringComparer.Ordinal), Lines(project, "Unshipped"));

    [Fact]
    public void Every_project_that_is_recorded_is_recorded_by_the_build_too()
    {
        var script = File.ReadAllText(Path.Combine(TestFiles.Root, "build", "tasks", "surface.cake"));
        var projects = Directory.GetFiles(Path.Combine(TestFiles.Root, "src"), "PublicAPI.Shipped.txt", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestFiles.Root, Path.GetDirectoryName(file)!).Replace('\\', '/')).ToArray();
        Assert.Equal(4, projects.Length);
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", script, StringComparison.Ordinal));
    }

    private static string[] Lines(string project, string kind)
    {
        var lines = File.ReadAllLines(Path.Combine(TestFiles.Root, project, $"PublicAPI.{kind}.txt"));
        Assert.Equal("#nullable enable", lines[0]);
        return lines[1..];
    }
}
