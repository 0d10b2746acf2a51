using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Check;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Verbs.Register;

/// <summary>register holds a new version to the rules of check.</summary>
public sealed class RegisterCheckTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("models/diabetes")]
    [InlineData("diabetes.modelpkg")]
    [InlineData("models:/dev.health.diabetes/1")]
    public async Task Errors_are_said_at_once_and_nothing_is_written(string source)
    {
        if (source.StartsWith("models:", StringComparison.Ordinal))
        {
            await RegisterAsync("models/diabetes");
        }

        Spoil();
        await _lab.PackageAsync();
        if (source.StartsWith("models:", StringComparison.Ordinal))
        {
            await _lab.DoAsync<RegisterResult>("register", ("Path", "diabetes.modelpkg"), ("Environment", "dev"), ("NoCheck", "true"));
            source = "models:/dev.health.diabetes/2";
        }

        var report = await _lab.RunAsync("register", ("Path", source), ("From", "dev"), ("Environment", "staging"));

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Equal(["MOP1013", "MOP1013"], Errors(report).Select(finding => finding.Code));
        Assert.All(Errors(report), finding => Assert.Contains($"{source}/", finding.Span!.File, StringComparison.Ordinal));
        await using var catalog = await _lab.OpenAsync("staging");
        Assert.Null(await catalog.Registry.FindModelAsync(ModelName.Parse("staging.health.diabetes"), CancellationToken.None));
    }

    [Fact]
    public async Task Without_the_check_the_same_model_is_registered_and_stays_green_with_it()
    {
        Spoil();

        Assert.True((await RegisterAsync("models/diabetes", ("NoCheck", "true"))).Created);
        _lab.Git.Commit("docs");
        var again = await RegisterAsync("models/diabetes");

        Assert.Equal((1, false), (again.Version, again.Created));
        Assert.DoesNotContain(_lab.Host.Diagnostics, finding => finding.Code == "MOP1013");
    }

    [Fact]
    public async Task Credentials_are_refused_also_without_the_check()
    {
        File.AppendAllText(At("models/diabetes/requirements.txt"), "--index-url https://ci:hunter2secret@pypi.example.com/simple\n");
        Spoil();

        var report = await _lab.RunAsync("register", ("Path", "models/diabetes"), ("Environment", "dev"), ("NoCheck", "true"));

        Assert.Equal((ExitCode.GateFailed, "MOP1027"), (report.ExitCode, Assert.Single(Errors(report)).Code));
    }

    [Fact]
    public async Task A_warning_is_said_and_the_run_goes_on()
    {
        await RegisterAsync("models/diabetes");
        Assert.Empty(_lab.Host.Diagnostics);
        Unpin();

        Assert.True((await RegisterAsync("models/diabetes")).Created);
        Assert.All(_lab.Host.Diagnostics, finding => Assert.Equal(("MOP1017", Severity.Warning), (finding.Code, finding.Severity)));
    }

    [Fact]
    public async Task A_dry_run_checks_too_and_says_what_would_refuse()
    {
        Spoil();
        var report = await _lab.RunAsync("register", ("Path", "models/diabetes"), ("Environment", "dev"), ("DryRun", "true"));

        Assert.Equal(["MOP1013", "MOP1013", "MOP4004"], report.Diagnostics.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("diabetes", ExitCode.Ok)]
    [InlineData("wine", ExitCode.GateFailed)]
    public async Task A_waiver_is_that_of_the_registered_model_wherever_its_files_are(string model, ExitCode expected)
    {
        File.AppendAllText(At("modelops.yml"), """

            check:
              strict: true
              waive:
                - { rule: MOP1017, reason: known, until: 2099-01-01, model: diabetes }
            """);
        File.WriteAllText(At("modelops.yml"), File.ReadAllText(At("modelops.yml")).Replace("models:\n", "models:\n  - { name: wine, path: models/wine }\n", StringComparison.Ordinal));
        Unpin();
        await _lab.PackageAsync();

        Assert.Equal(expected, (await _lab.RunAsync("register", ("Path", "diabetes.modelpkg"), ("Model", model), ("Environment", "dev"))).ExitCode);
        await _lab.RunAsync("register", ("Path", "diabetes.modelpkg"), ("Model", model), ("Environment", "dev"), ("NoCheck", "true"));
        var check = await _lab.RunAsync("check", ("Path", $"models:/dev.health.{model}/1"), ("Environment", "dev"));

        Assert.Equal((expected, expected == ExitCode.Ok), (check.ExitCode, ((CheckResult)check.Result!).Waived > 0));
    }

    [Fact]
    public async Task The_check_asks_the_server_nothing()
    {
        Assert.Equal(await CountAsync(("NoCheck", "true")), await CountAsync());
    }

    [Fact]
    public async Task Files_that_no_rule_reads_count_by_their_length()
    {
        File.AppendAllText(At("modelops.yml"), "\ncheck: { max_size_mb: 5 }\n");
        using (var weights = File.Create(At("models/diabetes/weights.bin")))
        {
            weights.SetLength(5L * 1024 * 1024);
        }

        Assert.Contains((await _lab.RunAsync("register", ("Path", "models/diabetes"), ("Environment", "dev"), ("DryRun", "true"))).Diagnostics, finding => finding.Code == "MOP1021");
    }

    private static IEnumerable<Diagnostic> Errors(VerbReport report) => report.Diagnostics.Where(finding => finding.Severity == Severity.Error);

    private static async Task<int> CountAsync(params (string, string)[] more)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        server.ForgetRequests();
        await lab.DoAsync<RegisterResult>("register", [("Path", "models/diabetes"), ("Environment", "dev"), .. more]);
        return server.Requests.Count;
    }

    // Two lists that are not there.
    private void Spoil() => File.AppendAllText(At("models/diabetes/requirements.txt"), "-r more.txt\n-r most.txt\n");

    private void Unpin()
    {
        File.WriteAllText(At("models/diabetes/requirements.txt"), "mlflow\n");
        File.WriteAllText(At("models/diabetes/python_env.yaml"), "python: 3.13.5\ndependencies:\n- -r requirements.txt\n");
        File.WriteAllText(At("models/diabetes/conda.yaml"), File.ReadAllText(At("models/diabetes/conda.yaml")).Replace("mlflow==3.11.1", "mlflow", StringComparison.Ordinal));
    }

    private Task<RegisterResult> RegisterAsync(string path, params (string, string)[] more) =>
        _lab.DoAsync<RegisterResult>("register", [("Path", path), ("Environment", "dev"), .. more]);

    private string At(string relative) => Path.Combine(_lab.Path, relative);
}
