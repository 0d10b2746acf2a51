using System.Xml.Linq;

var results = artifacts.Combine("test-results");

// Those that take longest, in this order; how long they took stands at the end of a run.
var longest = new[] { "ModelOps.Integration.Tests", "ModelOps.Core.Tests", "ModelOps.Cli.Tests", "ModelOps.Sandbox.Tests" };

Task("Test")
    .Description("Runs the whole suite, the command as a native program where it can be built; --filter takes a test filter. Ends with the line 'N passed, N failed, N skipped'.")
    .IsDependentOn("Native")
    .Does(() => RunSuite());

Task("TestBusy")
    .Description("Runs the whole suite with six busy processes beside it: no test may depend on how quick the machine is.")
    .IsDependentOn("Native")
    .Does(() => WithBusyProcesses(6, () => RunSuite()));

Task("Audit")
    .Description("Restores every pin where the advisories of build/advisories.json are served; one that concerns a pin is an error.")
    .IsDependentOn("Build")
    .Does(() => DotNetTest(root.CombineWithFilePath("tests/ModelOps.Integration.Tests/ModelOps.Integration.Tests.csproj").FullPath, new DotNetTestSettings
    {
        Configuration = configuration,
        NoBuild = true,
        Filter = "FullyQualifiedName~AuditTests",
    }));

// Two projects at a time: the longest begin together, and the short ones fill up what is left.
void RunSuite(Func<FilePath, bool> which = null, Action<DotNetTestSettings> change = null)
{
    CleanDirectory(results);
    var failed = new System.Collections.Concurrent.ConcurrentBag<string>();
    var times = new System.Collections.Concurrent.ConcurrentDictionary<string, TimeSpan>();
    var waiting = new System.Collections.Concurrent.ConcurrentQueue<FilePath>(GetFiles(root.FullPath + "/tests/*.Tests/*.csproj").Where(which ?? IsInSolution).OrderBy(Place).ThenBy(project => project.FullPath));
    System.Threading.Tasks.Task.WaitAll(Enumerable.Range(0, 2).Select(_ => System.Threading.Tasks.Task.Run(() =>
    {
        while (waiting.TryDequeue(out var project))
        {
            var (name, clock) = (project.GetFilenameWithoutExtension().FullPath, System.Diagnostics.Stopwatch.StartNew());
            if (!TryTest(project, change))
            {
                failed.Add(name);
            }

            times[name] = clock.Elapsed;
        }
    })).ToArray());
    foreach (var (name, time) in times.OrderByDescending(pair => pair.Value))
    {
        Console.WriteLine($"{time.TotalSeconds,5:0} s  {name}");
    }

    PrintTotals(failed.Order().ToList());
}

// A project beside the solution has a target of its own.
bool IsInSolution(FilePath project) => System.IO.File.ReadAllText(solution).Contains(project.GetFilename().FullPath, StringComparison.Ordinal);

int Place(FilePath project) => Array.IndexOf(longest, project.GetFilenameWithoutExtension().FullPath) is >= 0 and var place ? place : longest.Length;

bool TryTest(FilePath project, Action<DotNetTestSettings> change)
{
    var name = project.GetFilenameWithoutExtension().FullPath;
    try
    {
        var settings = new DotNetTestSettings
        {
            Configuration = configuration,
            NoBuild = true,
            Filter = Argument("filter", (string)null),
            Loggers = new[] { $"trx;LogFileName={results.CombineWithFilePath(name + ".trx")}" },
            ResultsDirectory = results.Combine(name),
            EnvironmentVariables = new Dictionary<string, string> { ["MODELOPS_TEST_PROGRAM"] = FileExists(nativeProgram) ? nativeProgram.FullPath : "" },
            Verbosity = DotNetVerbosity.Quiet,
        };
        change?.Invoke(settings);
        DotNetTest(project.FullPath, settings);
        return true;
    }
    catch (CakeException)
    {
        return false;
    }
}

// The counts come from the result files, so that a project that crashed before its first test is a failure and not silence.
void PrintTotals(List<string> failedProjects)
{
    XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    int passed = 0, failed = 0, skipped = 0;
    foreach (var file in GetFiles(results.FullPath + "/*.trx"))
    {
        var document = XDocument.Load(file.FullPath);
        foreach (var result in document.Descendants(ns + "UnitTestResult"))
        {
            switch ((string)result.Attribute("outcome"))
            {
                case "Passed":
                    passed++;
                    break;
                case "NotExecuted":
                    skipped++;
                    Information("skipped: {0}", (string)result.Attribute("testName"));
                    break;
                default:
                    failed++;
                    Error("failed: {0}", (string)result.Attribute("testName"));
                    break;
            }
        }
    }

    if (failedProjects.Count > 0 && failed == 0)
    {
        failed = failedProjects.Count;
    }

    Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
    if (failed > 0)
    {
        throw new CakeException($"Tests failed in {string.Join(", ", failedProjects)}.");
    }

    if (passed == 0)
    {
        throw new CakeException("No test ran.");
    }
}

Task("Contract")
    .Description("Replays what real MLflow servers were asked: against the sandbox, or the fresh server that MODELOPS_CONTRACT_URI names.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var server = EnvironmentVariable("MODELOPS_CONTRACT_URI");
        DotNetTest(root.CombineWithFilePath("tests/ModelOps.Sandbox.Tests/ModelOps.Sandbox.Tests.csproj").FullPath, new DotNetTestSettings
        {
            Configuration = configuration,
            NoBuild = true,
            Filter = string.IsNullOrEmpty(server) ? "FullyQualifiedName~ContractTests" : "FullyQualifiedName~ContractServerTests",
        });
    });
