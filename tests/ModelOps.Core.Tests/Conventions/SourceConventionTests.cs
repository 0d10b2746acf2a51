using System.Text.RegularExpressions;

namespace ModelOps.Core.Tests.Conventions;

public sealed partial class SourceConventionTests
{
    private const int MaxLines = 300;

    [Fact]
    public void No_file_is_longer_than_300_lines_and_nine_of_ten_are_under_120()
    {
        Assert.Empty(SourceTree.Files.Where(file => file.Lines.Length > MaxLines).Select(file => file.Path));
        Assert.True(SourceTree.Files.Count(file => file.Lines.Length < 120) >= 0.9 * SourceTree.Files.Count);
    }

    [Fact]
    public void A_file_declares_one_type_and_bears_its_name() =>
        Assert.All(SourceTree.Files, file => Assert.Null(FileTypes.Problem(file.Path, file.Lines)));

    [Fact]
    public void The_namespace_is_the_folder()
    {
        foreach (var (path, lines) in SourceTree.Files)
        {
            var found = lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            var expected = $"namespace {Path.GetDirectoryName(path)!.Replace('/', '.')};";
            Assert.True(found is null ? Path.GetFileName(path) == "Program.cs" : found == expected, $"{path}: expected {expected} found {found}");
        }
    }

    [Fact]
    public void A_class_is_sealed_static_or_abstract()
    {
        foreach (var (path, lines) in SourceTree.Files)
        {
            Assert.Empty(lines.Where(line => ClassOrRecord().IsMatch(line)).Where(line => !Closed().IsMatch(line)).Select(line => $"{path}: {line.Trim()}"));
        }
    }

    [GeneratedRegex(@"^\s*(public|internal|file|private|protected)\b[\w ]*? (class|record)\b(?! struct)")]
    private static partial Regex ClassOrRecord();

    [GeneratedRegex(@"\b(sealed|static|abstract)\b")]
    private static partial Regex Closed();
}
