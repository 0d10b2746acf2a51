using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>The sample's configuration with one stage that copies its results and an evaluation that copies what the model holds, for tests of what runs them.</summary>
internal static partial class QuickSuite
{
    private const string Suite = """
            tests:
              unit:
                - name: copied
                  run: cp unit.xml {results}
            evaluation:
              task: regression
              run: cp {model}/predictions.csv {predictions}
              columns: { label: y, prediction: p }

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
        WritePredictions(directory, error: 1);
    }

    /// <summary>Writes into the model what the evaluation copies: predictions of 100 rows, which are wrong by so much at most.</summary>
    public static void WritePredictions(string directory, int error) => File.WriteAllText(
        Path.Combine(directory, "models", "diabetes", "predictions.csv"),
        "y,p\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row},{row + (error * ((row * 7 % 3) - 1))}\n")));

    [GeneratedRegex("^    train:\n.*?(?=^environments:)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Pipelines();
}
