using System.Text.Json;
using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Actions;

public class ReleaseWorkflowTests
{
    [NodeFact]
    public async Task A_pull_request_checks_packages_tests_judges_and_plans()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfReleaseAsync(machine, PullRequestFrom("organisation/models"));
        Assert.Equal(["verify success", "plan success", "stage skipped", "release skipped"], Results(run));
        Assert.Equal(["check", "package", "test", "validate", "gates verify", "register", "promote"], Verbs(machine));
        Assert.All(Calls(machine)[3..].Where(call => call.CommandLine != "modelops gates verify"), call => Assert.Equal("true", call.Inputs["INPUT_DRY_RUN"]));
        Assert.All(Calls(machine)[3..5], call =>
        {
            Assert.Equal("model.modelpkg", call.Inputs["INPUT_PACKAGE"]);
            Assert.Equal("prod", call.Inputs["INPUT_ENVIRONMENT"]);
        });
        Assert.Equal("candidate", Calls(machine)[6].Inputs["INPUT_ALIAS"]);
    }

    [NodeFact]
    public async Task A_gate_that_fails_on_a_pull_request_fails_it_and_still_keeps_the_reports_and_tries_the_bad_candidates()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_FAILING"] = "validate";
        machine.Environment["STUB_EXIT"] = "3";
        var run = await ActionRun.OfReleaseAsync(machine, PullRequestFrom("organisation/models"));
        Assert.Equal(["verify success", "plan failure", "stage skipped", "release skipped"], Results(run));
        Assert.Equal(["check", "package", "test", "validate", "gates verify"], Verbs(machine));
        Assert.True(File.Exists(Path.Combine(machine.Temp, "artifacts", "gates-churn", "report.html")));
    }

    [NodeFact]
    public async Task A_pull_request_of_a_fork_sees_no_secret()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfReleaseAsync(machine, PullRequestFrom("someone/models"));
        Assert.Equal(["verify success", "plan skipped", "stage skipped", "release skipped"], Results(run));
        Assert.All(machine.Calls, call => Assert.Empty(call.Environment.Values.Intersect(["the-token", "the-password"])));
    }

    [NodeFact]
    public async Task Main_registers_and_validates_before_and_after_it_is_copied()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfReleaseAsync(machine, Push("refs/heads/main"));
        Assert.Equal(["verify success", "plan skipped", "stage success", "release skipped"], Results(run));
        Assert.Equal(["check", "package", "test", "register", "validate", "promote", "validate"], Verbs(machine));
        Assert.Equal(["dev", "staging"], Calls(machine).Where(call => call.CommandLine == "modelops validate").Select(call => call.Inputs["INPUT_ENVIRONMENT"]));
        Assert.All(Calls(machine)[4..], call => Assert.Equal("7", call.Inputs["INPUT_VERSION"]));
        Assert.All(Calls(machine)[3..], call => Assert.NotEqual("true", call.Inputs.GetValueOrDefault("INPUT_DRY_RUN")));
        Assert.Equal("challenger", Calls(machine)[6].Inputs["INPUT_ALIAS"]);
        var promote = Calls(machine)[5];
        Assert.Equal("candidate", promote.Inputs["INPUT_ALIAS"]);
        Assert.Equal("7", promote.Inputs["INPUT_VERSION"]);
        Assert.Equal("staging", promote.Inputs["INPUT_TO"]);
        Assert.All(Calls(machine)[3..], call => Assert.Equal(
            ("the-token", "the-user", "the-password"),
            (call.Environment["MLFLOW_TRACKING_TOKEN"], call.Environment["MLFLOW_TRACKING_USERNAME"], call.Environment["MLFLOW_TRACKING_PASSWORD"])));
        Assert.Equal("models:/churn/7", run.GetProperty("outputs").GetProperty("uri").GetString());
        Assert.Equal("sha256:checked", Calls(machine)[3].Inputs["INPUT_EXPECT_DIGEST"]);
        Assert.True(File.Exists(Path.Combine(machine.Temp, "artifacts", "modelpkg-churn", "model.modelpkg.provenance.json")));
        var stage = run.GetProperty("jobs").GetProperty("stage");
        Assert.Equal("staging", stage.GetProperty("environment").GetString());
        Assert.Equal("modelops-churn-staging", stage.GetProperty("concurrency").GetString());
    }

    [NodeFact]
    public async Task A_release_branch_makes_champion_what_it_has_validated()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfReleaseAsync(machine, Push("refs/heads/release/2026.11"));
        Assert.Equal(["verify success", "plan skipped", "stage skipped", "release success"], Results(run));
        Assert.Equal(["check", "package", "test", "promote", "validate", "promote"], Verbs(machine));
        var (copy, validation, move) = (Calls(machine)[3].Inputs, Calls(machine)[4].Inputs, Calls(machine)[5].Inputs);
        Assert.Equal(("challenger", "prod", "candidate"), (copy["INPUT_FROM_ALIAS"], copy["INPUT_TO"], copy["INPUT_ALIAS"]));
        Assert.Equal(("prod", "7"), (validation["INPUT_ENVIRONMENT"], validation["INPUT_VERSION"]));
        Assert.Equal(("prod", "prod", "7", "champion"), (move["INPUT_FROM"], move["INPUT_TO"], move["INPUT_VERSION"], move["INPUT_ALIAS"]));
    }

    [NodeTheory]
    [InlineData("refs/heads/main", 3)]
    [InlineData("refs/heads/release/2026.11", 3)]
    [InlineData("refs/heads/release/2026.11", 4)]
    [InlineData("refs/heads/release/2026.11", 8)]
    [InlineData("refs/heads/release/2026.11", 9)]
    public async Task What_does_not_pass_the_gates_goes_no_further_and_leaves_its_report(string reference, int exitCode)
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_FAILING"] = "validate";
        machine.Environment["STUB_EXIT"] = $"{exitCode}";
        await ActionRun.OfReleaseAsync(machine, Push(reference));
        Assert.Equal("validate", Verbs(machine).Last());
        Assert.DoesNotContain(Calls(machine), call => call.Inputs.GetValueOrDefault("INPUT_ALIAS") == "champion");
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(machine.Temp, "artifacts", "validation-churn"), "report.html", SearchOption.AllDirectories));
    }

    [NodeTheory]
    [InlineData("canary", false)]
    [InlineData("keep", false)]
    [InlineData("undecided", true)]
    [InlineData("promote", true)]
    public async Task Only_the_decision_promote_or_one_without_comparison_makes_a_champion_and_another_does_not_fail_the_job(string decision, bool isChampion)
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_DECISION"] = decision;
        var run = await ActionRun.OfReleaseAsync(machine, Push("refs/heads/release/2026.11"));
        Assert.Equal(isChampion, Calls(machine).Any(call => call.Inputs.GetValueOrDefault("INPUT_ALIAS") == "champion"));
        Assert.Equal("release success", Results(run).Last());
    }

    [NodeFact]
    public async Task A_model_that_fails_the_check_goes_no_further()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_EXIT"] = "3";
        var run = await ActionRun.OfReleaseAsync(machine, Push("refs/heads/main"));
        Assert.Equal(["verify failure", "plan skipped", "stage skipped", "release skipped"], Results(run));
        Assert.Equal(["check"], Verbs(machine));
    }

    [NodeFact]
    public async Task Tests_run_in_a_sandbox_without_credentials()
    {
        using var machine = new CommandStub();
        await ActionRun.OfReleaseAsync(machine, Push("refs/heads/main"));
        var test = Calls(machine)[2];
        Assert.Equal("true", test.Inputs["INPUT_SANDBOX"]);
        Assert.Equal("models/churn", test.Inputs["INPUT_MODEL_PATH"]);
        Assert.DoesNotContain("the-token", test.Environment.Values);
    }

    [NodeFact]
    public async Task Tests_that_fail_keep_their_results_and_stop_the_release()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_FAILING"] = "test";
        machine.Environment["STUB_EXIT"] = "3";
        var run = await ActionRun.OfReleaseAsync(machine, Push("refs/heads/main"));
        Assert.Equal(["verify failure", "plan skipped", "stage skipped", "release skipped"], Results(run));
        Assert.True(File.Exists(Path.Combine(machine.Temp, "artifacts", "tests-churn", "junit.xml")));
    }

    [NodeFact]
    public async Task A_model_without_tests_is_released_without_them()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfReleaseAsync(machine, Push("refs/heads/main"), test: false);
        Assert.Equal("success", run.GetProperty("jobs").GetProperty("verify").GetProperty("result").GetString());
        Assert.Equal(["check", "package", "register", "validate", "promote", "validate"], Verbs(machine));
        Assert.False(Directory.Exists(Path.Combine(machine.Temp, "artifacts", "tests-churn")));
    }

    private static IEnumerable<string> Results(JsonElement run) =>
        run.GetProperty("jobs").EnumerateObject().Select(job => $"{job.Name} {job.Value.GetProperty("result").GetString()}");

    private static StubCall[] Calls(CommandStub machine) =>
        [.. machine.Calls.Where(call => call.CommandLine.StartsWith("modelops ", StringComparison.Ordinal))];

    private static IEnumerable<string> Verbs(CommandStub machine) => Calls(machine).Select(call => call.CommandLine["modelops ".Length..]);

    private static object Push(string reference) => new { event_name = "push", @ref = reference, repository = "organisation/models" };

    private static Dictionary<string, object> PullRequestFrom(string repository) => new()
    {
        ["event_name"] = "pull_request",
        ["ref"] = "refs/pull/5/merge",
        ["repository"] = "organisation/models",
        ["event"] = new { pull_request = new { head = new { repo = new { full_name = repository } } } },
    };
}
