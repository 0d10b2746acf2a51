using ModelOps.Integration.Tests.Node;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>Every front makes the same calls: the servers have seen the same, and the fronts say the same.</summary>
public sealed class SameVerbSameResultTests
{
    private const string Suites = """
        version: 1
        models:
          - name: diabetes
            path: models/diabetes
            tests:
              unit:
                - name: copied
                  run: cp unit.xml {results}
              integration:
                - name: asked
                  run: python3 ask.py {results}
        environments:
          staging:
            tracking_uri: sqlite:///staging.db
            catalog: staging
            schema: health
        """;

    // One test, which passes when the catalog knows the model.
    private const string AsksTheCatalog = """
        import json, os, sys, urllib.parse, urllib.request
        name = os.environ["MODELOPS_MODEL"]
        address = f'{os.environ["MLFLOW_TRACKING_URI"]}/api/2.0/mlflow/registered-models/get?name={urllib.parse.quote(name)}'
        with urllib.request.urlopen(address) as answer:
            found = json.load(answer)["registered_model"]["name"]
        with open(sys.argv[1], "w") as results:
            results.write(f'<testsuite><testcase name="{found}"/></testsuite>' if found == name else '<testsuite/>')
        """;

    [NodeFact]
    public async Task Register_is_the_same_on_all_five_fronts()
    {
        using var lab = await FrontLab.CreateAsync();
        var (expectedRun, expectedRequests) = await RegisterAsync(lab.Fronts[0]);
        Assert.True(expectedRun.ExitCode == 0, expectedRun.Log);
        Assert.Equal("models:/churn/1", expectedRun.Outputs["uri"]);
        Assert.Contains(expectedRequests, request => request.Contains("""{"key":"team","value":"a;b, c"}""", StringComparison.Ordinal));

        foreach (var front in lab.Fronts.Skip(1))
        {
            var (run, requests) = await RegisterAsync(front);
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(expectedRun.Outputs, run.Outputs);
            Assert.Equal(expectedRequests, requests);
        }
    }

    [NodeFact]
    public async Task A_refused_register_has_the_same_exit_code_on_all_five_fronts()
    {
        using var lab = await FrontLab.CreateAsync();
        foreach (var front in lab.Fronts)
        {
            var (run, _) = await RegisterAsync(front, new() { Authorization = "Bearer something-else" });
            Assert.True(run.ExitCode == 6, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            // A task of MSBuild has one property for the input and the output of this name.
            Assert.Empty(run.Outputs.Keys.Except(["model"]));
            Assert.Contains("MOP2004", run.Log, StringComparison.Ordinal);
        }
    }

    [NodeFact]
    public async Task Tests_in_a_sandbox_are_the_same_on_all_five_fronts()
    {
        using var lab = await FrontLab.CreateAsync();
        lab.Write("modelops.yml", Suites);
        lab.Write("ask.py", AsksTheCatalog);
        lab.Write("unit.xml", """<testsuite><testcase name="one"/><testcase name="two"/><testcase name="three"><skipped/></testcase></testsuite>""");
        var expected = await lab.Fronts[0](FrontCall.Test);
        Assert.True(expected.ExitCode == 0, expected.Log);
        Assert.Equal(("4", "3", "1"), (expected.Outputs["total"], expected.Outputs["passed"], expected.Outputs["skipped"]));
        Assert.Equal("sandbox at http://127.0.0.1:PORT", expected.Outputs["catalog"]);

        foreach (var front in lab.Fronts.Skip(1))
        {
            var run = await front(FrontCall.Test);
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal(expected.Outputs, run.Outputs);
        }

        lab.Write("unit.xml", """<testsuite><testcase name="one"/><testcase name="two"><failure message="2 is not 3"/></testcase></testsuite>""");
        foreach (var front in lab.Fronts)
        {
            var run = await front(FrontCall.Test);
            Assert.True(run.ExitCode == 3, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            Assert.Contains("MOP5002", run.Log, StringComparison.Ordinal);
            Assert.Contains("2 is not 3", run.Log, StringComparison.Ordinal);
        }
    }

    [NodeFact]
    public async Task Several_models_have_the_same_results_on_all_five_fronts_and_no_output_of_one()
    {
        using var lab = await FrontLab.CreateAsync();
        lab.CopyModel("second");
        lab.Write("modelops.yml", "version: 1\nmodels:\n  - { name: diabetes, path: models/diabetes }\n  - { name: second, path: models/second }\n");
        foreach (var front in lab.Fronts)
        {
            var call = front == lab.Cake ? FrontCall.CheckAll with { Outputs = ["results"] } : FrontCall.CheckAll;
            var run = await front(call);
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal("results diabetes 0, second 0", string.Join(' ', run.Outputs.Select(output => $"{output.Key} {output.Value}")));
        }

        File.Delete(Path.Combine(lab.Path, "models", "second", "MLmodel"));
        foreach (var front in lab.Fronts.Where(front => front != lab.Cake))
        {
            var run = await front(FrontCall.CheckAll);
            Assert.Equal($"{front.Method.Name} 3 diabetes 0, second 3", $"{front.Method.Name} {run.ExitCode} {run.Outputs["results"]}");
        }
    }

    private static async Task<(FrontRun Run, IReadOnlyList<string> Requests)> RegisterAsync(Func<FrontCall, Task<FrontRun>> front, MlflowServerOptions? options = null)
    {
        await using var server = await MlflowServer.StartAsync(options);
        var run = await front(FrontCall.Register(server.Url));
        Assert.Empty(server.Violations);
        return (run, RequestLog.Of(server));
    }
}
