using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>The sample's configuration with one stage that copies its results, for tests of what runs the tests.</summary>
internal static partial class QuickSuite
{
    private const string Suite = """
            tests:
              unit:
                - name: copied
                  run: cp unit.xml {results}


        """;

    /// <summary>Writes the configuration, and the results that are copied.</summary>
    /// <param name="directory">Directory of the repository.</param>
    /// <param name="model">Name of the model in it.</param>
    public static void Write(string directory, string model = "diabetes")
    {
        var sample = File.ReadAllText(Path.Combine(TestFiles.Root, "samples", "diabetes", "modelops.yml"));
        Assert.Matches(Pipelines(), sample);
        File.WriteAllText(Path.Combine(directory, "modelops.yml"), Pipelines().Replace(sample, Suite).Replace("diabetes", model, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(directory, "unit.xml"), """<testsuite><testcase name="one"/></testsuite>""");
    }

    [GeneratedRegex("^    train:\n.*?(?=^environments:)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Pipelines();
}
