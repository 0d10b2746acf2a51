using System.Reflection;
using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Docs;

public sealed partial class UpgradingTests
{
    private static readonly HashSet<string> Public = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "ModelOps.*.dll")
        .Select(Path.GetFileNameWithoutExtension)
        .Where(name => !name!.Contains("Test", StringComparison.Ordinal))
        .SelectMany(name => Assembly.Load(name!).GetExportedTypes())
        .Select(type => type.FullName!)];

    [Fact]
    public void What_the_page_says_has_moved_is_where_it_says_and_no_longer_where_it_was()
    {
        var rows = Row().Matches(File.ReadAllText(Path.Combine(TestFiles.Root, "docs", "upgrading.md")));

        Assert.NotEmpty(rows);
        foreach (Match row in rows)
        {
            foreach (var type in row.Groups["types"].Value.Split(", ").Select(name => name.Trim('`')))
            {
                Assert.Contains($"{row.Groups["now"].Value}.{type}", Public);
                Assert.DoesNotContain($"{row.Groups["before"].Value}.{type}", Public);
            }
        }
    }

    [GeneratedRegex(@"^\| (?<types>`\w+`(, `\w+`)*) \| `(?<before>[\w.]+)` \| `(?<now>[\w.]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
