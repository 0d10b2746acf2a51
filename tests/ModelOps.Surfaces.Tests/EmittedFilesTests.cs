using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests;

public class EmittedFilesTests
{
    [Fact]
    public void Committed_files_are_those_that_the_records_emit() => Assert.Empty(SurfaceFiles.Drift(TestFiles.Root));

    [Fact]
    public void Emitting_twice_gives_the_same_text() => Assert.Equal(SurfaceFiles.Emit(), SurfaceFiles.Emit());

    [Fact]
    public void A_service_has_pages_and_defaults_but_is_on_no_front_that_would_wait_for_it()
    {
        var files = SurfaceFiles.Emit();
        var named = files.Keys.Where(path => path.Contains("sandbox", StringComparison.OrdinalIgnoreCase));

        Assert.Equal(["docs/reference/sandbox.md"], named);
        Assert.Contains("On the command line only", files["docs/reference/sandbox.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("SandboxModel", files["docs/reference/sandbox.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox", files["vss-extension.json"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"behaves-like\"", files["schemas/modelops.schema.json"], StringComparison.Ordinal);
        Assert.Contains("actions/clean/action.yml", files.Keys);
    }

    [Theory]
    [InlineData("docs/reference/configuration.md", "| `hypothesis` | superior, non-inferior, equivalent |")]
    [InlineData("docs/reference/configuration.md", "| `min` | number |")]
    [InlineData("docs/reference/configuration.md", "| `by_slice` | boolean |")]
    [InlineData("docs/reference/configuration.md", "| `alias` | alias |")]
    [InlineData("docs/reference/compare.md", "| `MODELOPS_HYPOTHESIS` | superior, non-inferior, equivalent |")]
    public void A_reference_says_what_a_key_or_an_input_takes(string page, string row) =>
        Assert.Contains(row, SurfaceFiles.Emit()[page], StringComparison.Ordinal);

    [Fact]
    public void Every_file_has_line_feeds_only_and_ends_in_one()
    {
        Assert.All(SurfaceFiles.Emit(), file =>
        {
            Assert.DoesNotContain('\r', file.Value);
            Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
            Assert.False(file.Value.EndsWith("\n\n", StringComparison.Ordinal), file.Key);
        });
    }

    [Fact]
    public void What_was_written_has_no_drift()
    {
        using var root = new TempDirectory();
        SurfaceFiles.Write(root.Path);
        Assert.Empty(SurfaceFiles.Drift(root.Path));
    }

    [Fact]
    public void Missing_changed_and_stale_files_are_each_named()
    {
        using var root = new TempDirectory();
        SurfaceFiles.Write(root.Path);
        File.Delete(root.File("actions/check/action.yml"));
        File.AppendAllText(root.File("docs/reference/check.md"), "more\n");
        Directory.CreateDirectory(root.File("actions/retired"));
        File.WriteAllText(root.File("actions/retired/task.json"), "{}");

        Assert.Equal(
            ["missing: actions/check/action.yml", "changed: docs/reference/check.md", "stale: actions/retired/task.json"],
            SurfaceFiles.Drift(root.Path));
    }

    [Fact]
    public void Writing_deletes_stale_files_and_keeps_those_made_by_hand()
    {
        using var root = new TempDirectory();
        foreach (var directory in (string[])["actions/retired", "actions/setup"])
        {
            Directory.CreateDirectory(root.File(directory));
            File.WriteAllText(root.File($"{directory}/action.yml"), "name: x\n");
        }

        SurfaceFiles.Write(root.Path);

        Assert.False(File.Exists(root.File("actions/retired/action.yml")));
        Assert.True(File.Exists(root.File("actions/setup/action.yml")));
    }
}
