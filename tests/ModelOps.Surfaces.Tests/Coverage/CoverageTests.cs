using ModelOps.Surfaces.Coverage;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Coverage;

public sealed class CoverageTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_the_tests_of_any_project_ran_counts_as_run()
    {
        var one = Write("one.json", """
            {"Shop.dll":{"/src/A.cs":{"A":{"Run()":{"Lines":{"3":1,"4":0,"5":0},"Branches":[
              {"Line":3,"Offset":1,"EndOffset":2,"Path":0,"Ordinal":0,"Hits":1},{"Line":3,"Offset":1,"EndOffset":9,"Path":1,"Ordinal":1,"Hits":0}]}}}}}
            """);
        var two = Write("two.json", """
            {"Shop.dll":{"/src/A.cs":{"A":{"Run()":{"Lines":{"3":0,"4":7,"5":0},"Branches":[
              {"Line":3,"Offset":1,"EndOffset":2,"Path":0,"Ordinal":0,"Hits":0},{"Line":3,"Offset":1,"EndOffset":9,"Path":1,"Ordinal":1,"Hits":2}]}}}},
             "Bank.dll":{"/src/B.cs":{"B":{"Run()":{"Lines":{"3":0},"Branches":[]}}}}}
            """);

        Assert.Equal(
            [new ProjectCoverage("Bank", new(0, 1), new(0, 0)), new ProjectCoverage("Shop", new(2, 3), new(2, 2))],
            CoverageReports.Merge([one, two]));
    }

    // A lambda and its method share a line.
    [Fact]
    public void A_line_of_two_methods_is_one_line_and_their_branches_are_two()
    {
        const string branches = """[{"Line":3,"Offset":1,"EndOffset":2,"Path":0,"Ordinal":0,"Hits":0}]""";
        var file = Write("one.json", """{"Shop.dll":{"/src/A.cs":{"A":{"Run()":{"Lines":{"3":0},"Branches":BRANCHES}},"A/<>c":{"<Run>b__0()":{"Lines":{"3":1},"Branches":BRANCHES}}}}}"""
            .Replace("BRANCHES", branches, StringComparison.Ordinal));

        Assert.Equal([new ProjectCoverage("Shop", new(1, 1), new(0, 2))], CoverageReports.Merge([file]));
    }

    [Fact]
    public void The_number_of_all_ends_the_table_and_is_never_rounded_up()
    {
        ProjectCoverage[] projects = [new("Bank", new(0, 1), new(0, 0)), new("Shop", new(1999, 1999), new(1, 3))];

        Assert.Equal(
            ["   0.0 % of lines        - of branches  Bank", " 100.0 % of lines   33.3 % of branches  Shop", "coverage: 99.9 % of 2000 lines, 33.3 % of 3 branches"],
            CoverageTable.Text(projects));
        Assert.Equal(["| Bank | 0.0 % of 1 | - of 0 |", "| Shop | 100.0 % of 1999 | 33.3 % of 3 |"], CoverageTable.Markdown(projects).TakeLast(2));
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_directory.File(name), text);
        return _directory.File(name);
    }
}
