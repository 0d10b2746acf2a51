using ModelOps.Backends;
using ModelOps.Core.Processes;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Processes;

public sealed class ChildEnvironmentTests
{
    [Theory]
    [InlineData("MLFLOW_TRACKING_TOKEN")]
    [InlineData("MLFLOW_TRACKING_URI")]
    [InlineData("MLFLOW_UC_OSS_TOKEN")]
    [InlineData("DATABRICKS_HOST")]
    [InlineData("AZURE_CLIENT_SECRET")]
    [InlineData("ARM_CLIENT_ID")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("GH_TOKEN")]
    [InlineData("gh_token")]
    [InlineData("SYSTEM_ACCESSTOKEN")]
    [InlineData("ACTIONS_RUNTIME_URL")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL")]
    [InlineData("INPUT_MODEL")]
    [InlineData("MODELOPS_MODEL")]
    [InlineData("ENDPOINT_AUTH_SYSTEMVSSCONNECTION")]
    [InlineData("STORAGE_CONNECTION_STRING")]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("OPENAI_APIKEY")]
    [InlineData("SIGNING_KEY")]
    [InlineData("DB_PASSWORD")]
    [InlineData("DB_PWD")]
    [InlineData("MYSQL_PASSWD")]
    [InlineData("AZURE_DEVOPS_EXT_PAT")]
    [InlineData("NuGetPackageSourceCredentials_feed")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("SMTP_PASS")]
    [InlineData("PRIVATEKEY")]
    [InlineData("SigningKey")]
    [InlineData("ACCESSKEY")]
    [InlineData("SERVICE_KEY_BASE64")]
    [InlineData("STORAGE_SAS")]
    [InlineData("SESSION_JWT")]
    [InlineData("SENTRY_DSN")]
    public void What_looks_like_a_secret_is_withheld_unless_the_stage_names_it(string name)
    {
        var caller = new TestEnvironment { [name] = "value", ["PATH"] = "/bin" };

        Assert.Equal(["PATH"], ChildEnvironment.Create(caller, [], new Dictionary<string, string>(), AllBackends.List).Keys);
        Assert.Equal("value", ChildEnvironment.Create(caller, [name], new Dictionary<string, string>(), AllBackends.List)[name]);
    }

    [Theory]
    [InlineData("GITHUB_OUTPUT")]
    [InlineData("GITHUB_ENV")]
    [InlineData("GITHUB_PATH")]
    [InlineData("GITHUB_STATE")]
    [InlineData("GITHUB_STEP_SUMMARY")]
    public void The_files_of_the_step_are_never_passed(string name) =>
        Assert.Empty(ChildEnvironment.Create(new TestEnvironment { [name] = "/file" }, [name], new Dictionary<string, string>(), AllBackends.List));

    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("PWD")]
    [InlineData("VIRTUAL_ENV")]
    [InlineData("TOKENIZERS_PARALLELISM")]
    [InlineData("GIT_AUTHOR_NAME")]
    [InlineData("KEYBOARD")]
    [InlineData("GITHUB_SHA")]
    [InlineData("BUILD_SOURCEVERSION")]
    [InlineData("CI")]
    public void Ordinary_variables_are_passed(string name) =>
        Assert.Equal([name], ChildEnvironment.Create(new TestEnvironment { [name] = "value" }, [], new Dictionary<string, string>(), AllBackends.List).Keys);

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("ghp_0123456789012345678901234567890123456789")]
    [InlineData("ghs_0123456789012345678901234567890123456789")]
    [InlineData("github_pat_0123456789")]
    [InlineData("dapi0123456789abcdef0123456789abcdef")]
    [InlineData("AKIA0123456789ABCDEF")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")]
    public void What_has_the_form_of_a_secret_is_withheld_whatever_its_name(string value) =>
        Assert.Empty(ChildEnvironment.Create(new TestEnvironment { ["PLAIN"] = value }, [], new Dictionary<string, string>(), AllBackends.List));

    [Fact]
    public void A_url_with_a_password_is_withheld_but_that_of_a_proxy()
    {
        var caller = new TestEnvironment
        {
            ["DATABASE_URL"] = "postgres://user:pass@host/db",
            ["HTTPS_PROXY"] = "http://user:pass@proxy:3128",
            ["INDEX"] = "https://host:443/simple",
        };

        Assert.Equal(["HTTPS_PROXY", "INDEX"], ChildEnvironment.Create(caller, [], new Dictionary<string, string>(), AllBackends.List).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_we_give_wins()
    {
        var own = new Dictionary<string, string> { ["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:5000", ["CI"] = "own" };
        var environment = ChildEnvironment.Create(new TestEnvironment { ["CI"] = "true", ["MLFLOW_TRACKING_URI"] = "x" }, ["MLFLOW_TRACKING_URI"], own, AllBackends.List);

        Assert.Equal(own, environment);
    }
}
