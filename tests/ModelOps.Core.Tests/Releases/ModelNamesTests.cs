using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Names of models through the verbs, on an embedded catalog and on a server.</summary>
public sealed class ModelNamesTests
{
    [Theory]
    [InlineData("previs\u00E3o-churn", false)]
    [InlineData("客户流失", true)]
    [InlineData("team's model", true)]
    [InlineData("Kündigungs;vorhersage %3B$(x)@(y)*?#'\"\\", true)]
    [InlineData("Kündigungs;vorhersage %3B$(x)@(y)*?#'\"\\", false)]
    [InlineData("a..b", true)]
    public async Task A_name_that_MLflow_takes_is_released(string name, bool isServed)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(isServed ? server.Url : null);
        await lab.PackageAsync();

        var first = await RegisterAsync(lab, name);
        Assert.Equal(($"dev.health.{name}", 1, true), (first.Model.Value, first.Version, first.Created));
        Assert.Equal($"models:/dev.health.{name}/1", first.Uri);
        Assert.False((await RegisterAsync(lab, name)).Created);
        await lab.DoAsync<PromoteResult>("promote", ("Model", name), ("To", "staging"));
        lab.ChangeModel("2");
        lab.Git.Commit("2");
        await lab.PackageAsync();
        Assert.Equal(2, (await RegisterAsync(lab, name)).Version);
        await lab.DoAsync<PromoteResult>("promote", ("Model", name), ("To", "staging"));
        await lab.DoAsync<RollbackResult>("rollback", ("Model", name), ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "test"));

        var rows = (await lab.DoAsync<StatusResult>("status", ("Model", $"staging.health.{name}"))).Versions;
        Assert.Equal(["1 challenger", "2 "], rows.Where(row => row.Environment == "staging").Select(row => $"{row.Version} {string.Join(' ', row.Aliases)}").Order(StringComparer.Ordinal));
        Assert.Equal(["rollback", "promote", "promote"], (await lab.DoAsync<HistoryResult>("history", ("Model", name), ("Environment", "staging"))).Entries.Select(entry => entry.Action));
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("chu\u200Brn", "U+200B")]
    [InlineData("a/b", "U+002F")]
    [InlineData("champion\n", "U+000A")]
    public async Task A_refused_name_sends_no_request(string name, string point)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();

        var report = await lab.RunAsync("register", ("Model", name), ("Package", "diabetes.modelpkg"), ("Environment", "dev"));

        Assert.Equal((ExitCode.BadInput, "MOP0002"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Contains(point, report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Diagnostics[0].Message, letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u202E' or '\u200B');
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_name_in_ASCII_costs_no_request_more_once_it_is_there()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await RegisterAsync(lab, "churn");
        server.ForgetRequests();
        await RegisterAsync(lab, "churn");
        Assert.DoesNotContain(server.Requests, request => request.Path.EndsWith("/registered-models/search", StringComparison.Ordinal));
        Assert.Empty(server.RequestsTo("GET", "/registered-models/get"));
    }

    [Fact]
    public void A_registry_of_three_levels_is_told_how_levels_are_split()
    {
        Assert.Contains("2 level(s): 'resnet 50', 'v2'", new NameRule(3).FindProblem(ModelName.Parse("resnet 50.v2")), StringComparison.Ordinal);
        Assert.Contains("3 level(s): 'a', '', 'b'", new NameRule(3).FindProblem(ModelName.Parse("a..b")), StringComparison.Ordinal);
        Assert.Null(new NameRule(3).FindProblem(ModelName.Parse("main.fraud.客户")));
    }

    [Fact]
    public void A_registry_that_takes_fewer_characters_says_which_it_does_not()
    {
        var rule = new NameRule(RefusedInLevels: " ;", LongestLevel: 4);

        Assert.Equal("'a b;c' has ' ', ';', which this registry does not take in names.", rule.FindProblem(ModelName.Parse("a b;c")));
        Assert.Equal("A level of 'a.chürn' has 5 characters; this registry takes 4.", rule.FindProblem(ModelName.Parse("a.chürn")));
        Assert.Null(rule.FindProblem(ModelName.Parse("a.🚀🚀🚀🚀.b")));
    }

    private static Task<RegisterResult> RegisterAsync(ReleaseLab lab, string name) =>
        lab.DoAsync<RegisterResult>("register", ("Model", name), ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
}
