#r "System.Text.Json"
using System.Text.Json;

// Stryker is restored here alone (tests/.config), so that nothing else needs it. Its report says of each mutant whether a test noticed it.
Task("Mutate")
    .Description("Changes the code of one folder, one place at a time, and says what no test noticed: --folder Comparison, Gates/Champion, Releases …; --files takes some of its files (Mcnemar*.cs,Midranks.cs), --filter a test filter.")
    .Does(() =>
    {
        var folder = Argument<string>("folder");
        var tests = root.Combine("tests/ModelOps.Core.Tests");
        var source = new[] { "ModelOps.Core", "ModelOps.Evaluation" }.FirstOrDefault(project => DirectoryExists(root.Combine($"src/{project}/{folder}")))
            ?? throw new CakeException($"There is no folder {folder} in src/ModelOps.Core or src/ModelOps.Evaluation.");
        var output = artifacts.Combine($"mutation/{folder}");
        CleanDirectory(output);
        var settings = output.CombineWithFilePath("stryker-config.json");
        var options = new Dictionary<string, object>
        {
            ["project"] = $"{source}.csproj",
            ["mutate"] = Argument("files", "*.cs").Split(',').Select(files => $"**/{folder}/**/{files}"),
            ["test-case-filter"] = Argument("filter", $"FullyQualifiedName~ModelOps.Core.Tests.{folder.Split('/')[0]}."),
            ["concurrency"] = 1,
            // Milliseconds beside what the tests took without a change: a busy machine is no mutant that never ends.
            ["additional-timeout"] = 15000,
            ["configuration"] = configuration,
            ["reporters"] = new[] { "json", "dots" },
        };
        System.IO.File.WriteAllText(settings.FullPath, JsonSerializer.Serialize(new Dictionary<string, object> { ["stryker-config"] = options }));
        Dotnet(root.Combine("tests"), "tool restore --verbosity quiet");
        Dotnet(tests, $"tool run dotnet-stryker -- --config-file \"{tests.GetRelativePath(settings)}\" --output \"{output.FullPath}\" --skip-version-check");
        PrintMutants(output.CombineWithFilePath("reports/mutation-report.json"));
    });

void Dotnet(DirectoryPath directory, string arguments)
{
    var exitCode = StartProcess("dotnet", new ProcessSettings { WorkingDirectory = directory, Arguments = arguments });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"dotnet {arguments} ended with exit code {exitCode}.");
    }
}

// The score counts what no test reached as unnoticed.
void PrintMutants(FilePath report)
{
    using var document = JsonDocument.Parse(System.IO.File.ReadAllText(report.FullPath));
    int noticed = 0, all = 0;
    foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
    {
        foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            switch (mutant.GetProperty("status").GetString())
            {
                case "Killed" or "Timeout":
                    (noticed, all) = (noticed + 1, all + 1);
                    break;
                case ("Survived" or "NoCoverage") and var status:
                    all++;
                    var line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                    Say($"{(status == "Survived" ? "not noticed" : "not reached")}: {System.IO.Path.GetFileName(file.Name)}:{line}  {mutant.GetProperty("mutatorName").GetString()}: {mutant.GetProperty("replacement").GetString().ReplaceLineEndings(" ")}");
                    break;
            }
        }
    }

    Say($"mutation score: {(all == 0 ? 0 : 100.0 * noticed / all):0.0} %, {noticed} of {all} mutants noticed");
}
