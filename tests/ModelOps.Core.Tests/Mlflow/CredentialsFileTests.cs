using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http.Credentials;
using ModelOps.Mlflow;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class CredentialsFileTests : IDisposable
{
    private const string Canary = "canary-7f3a9c";

    private readonly TempDirectory _home = new();
    private readonly List<string> _masked = [];
    private readonly List<Diagnostic> _reported = [];

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(null, null, null, "file-user:file-password")]
    [InlineData("ada", null, null, "ada:file-password")]
    [InlineData(null, "lovelace", null, "file-user:lovelace")]
    [InlineData("ada", "lovelace", null, "ada:lovelace")]
    [InlineData("", "", "", "file-user:file-password")]
    [InlineData(null, null, "token", "file-user:file-password")]
    public async Task Each_variable_counts_before_its_own_entry_and_a_whole_pair_before_the_token(string? user, string? password, string? token, string expected)
    {
        Write("[mlflow]\nmlflow_tracking_username = file-user\nMLFLOW_TRACKING_PASSWORD = file-password\n");
        var environment = Environment();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)
            [("MLFLOW_TRACKING_USERNAME", user), ("MLFLOW_TRACKING_PASSWORD", password), ("MLFLOW_TRACKING_TOKEN", token)])
        {
            if (value is not null)
            {
                environment[name] = value;
            }
        }

        await AssertSentAsync(environment, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(expected)));
    }

    [Theory]
    [InlineData("[mlflow]\nmlflow_tracking_username = file-user\n")]
    [InlineData("[mlflow]\nmlflow_tracking_password = file-password\n")]
    [InlineData("[mlflow]\nmlflow_tracking_username =\nmlflow_tracking_password = file-password\n")]
    [InlineData("[other]\nmlflow_tracking_username = file-user\nmlflow_tracking_password = file-password\n")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_a_whole_pair_the_token_counts(string? text)
    {
        Write(text);
        var environment = Environment();
        await AssertSentAsync(environment, null);
        environment["MLFLOW_TRACKING_TOKEN"] = "token";
        await AssertSentAsync(environment, "Bearer token");
    }

    [Fact]
    public async Task A_percent_sign_is_written_twice()
    {
        Write("[mlflow]\nmlflow_tracking_username: a\nmlflow_tracking_password: 100%% # sure\n");
        await AssertSentAsync(Environment(), "Basic " + Convert.ToBase64String("a:100% # sure"u8));
    }

    [Fact]
    public void Without_a_home_there_is_no_file()
    {
        Write("[broken");
        Assert.Null(((StaticCredentials)Read([]).Http.Credentials).Parameter);
        Assert.Null(((StaticCredentials)Read(new() { ["HOME"] = ".", ["USERPROFILE"] = "." }).Http.Credentials).Parameter);
    }

    [Theory]
    [InlineData("canary-7f3a9c")]
    [InlineData("[mlflow]\nmlflow_tracking_password = canary-7f3a9c%x\n")]
    [InlineData("[mlflow]\nmlflow_tracking_password = %(canary-7f3a9c)s\n")]
    [InlineData("[mlflow]\ncanary-7f3a9c\n")]
    [InlineData("[mlflow]\nmlflow_tracking_password = a\nmlflow_tracking_password = canary-7f3a9c\n")]
    public void A_file_that_is_not_understood_is_refused_with_all_bad_variables_and_never_shown(string text)
    {
        Write(text);
        var environment = Environment();
        environment["MLFLOW_TRACKING_TOKEN"] = "token";
        environment["MLFLOW_HTTP_REQUEST_TIMEOUT"] = "soon";
        var failure = Assert.Throws<ModelOpsException>(() => Read(environment));
        Assert.Equal((ExitCode.BadInput, "MOP0002,MOP2102"), (failure.ExitCode, string.Join(',', failure.Diagnostics.Select(found => found.Code).Order(StringComparer.Ordinal))));
        Assert.DoesNotContain(Canary, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_nothing_is_needed_from_is_not_read()
    {
        Write("[broken");
        var environment = Environment();
        (environment["MLFLOW_TRACKING_USERNAME"], environment["MLFLOW_TRACKING_PASSWORD"]) = ("ada", "lovelace");
        Read(environment);
    }

    [Fact]
    public void What_signs_in_is_masked_whether_it_comes_from_a_variable_or_from_the_file()
    {
        Write("[mlflow]\nmlflow_tracking_username = file-user\nmlflow_tracking_password = file-password\n");
        var environment = Environment();
        environment["MLFLOW_TRACKING_TOKEN"] = "token";
        Read(environment);
        Assert.Equal(["file-password", "token", Convert.ToBase64String("file-user:file-password"u8)], _masked);
    }

    [UnixTheory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, true)]
    public void A_file_that_others_can_read_is_a_warning_where_a_password_comes_from_it(UnixFileMode mode, bool warns)
    {
        Write("[mlflow]\nmlflow_tracking_username = file-user\nmlflow_tracking_password = file-password\n");
#pragma warning disable CA1416 // Unix only.
        File.SetUnixFileMode(_home.File(".mlflow/credentials"), mode);
#pragma warning restore CA1416
        Read(Environment());
        Assert.Equal(warns ? ["MOP2103"] : [], _reported.Select(found => found.Code));
        _reported.Clear();
        var environment = Environment();
        environment["MLFLOW_TRACKING_PASSWORD"] = "given";
        Read(environment);
        Assert.Empty(_reported);
    }

    private static async Task AssertSentAsync(TestEnvironment environment, string? header)
    {
        await using var server = await MlflowServer.StartAsync(new() { Authorization = header });
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, environment);
        Assert.Null(await catalog.Tracking.FindExperimentAsync("x", CancellationToken.None));
        Assert.Equal(header is not null, Assert.Single(server.Requests).HadAuthorization);
    }

    [Fact]
    public void A_build_that_is_not_trusted_gets_nothing_of_the_file()
    {
        Write($"[mlflow]\nmlflow_tracking_username = ada\nmlflow_tracking_password = {Canary}\n");

        Read(Environment(), isUntrusted: true);

        Assert.Empty(_masked);
        Assert.Empty(_reported);
    }

    private MlflowSettings Read(TestEnvironment environment, bool isUntrusted = false) => MlflowSettingsReader.Read(
        new() { Environment = environment, Mask = _masked.Add, Report = _reported.Add, IsUntrusted = isUntrusted });

    private TestEnvironment Environment() => new() { ["HOME"] = _home.Path, ["USERPROFILE"] = _home.Path };

    private void Write(string? text)
    {
        if (text is not null)
        {
            Directory.CreateDirectory(_home.File(".mlflow"));
            File.WriteAllText(_home.File(".mlflow/credentials"), text);
        }
    }
}
