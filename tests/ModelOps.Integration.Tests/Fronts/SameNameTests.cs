using ModelOps.Integration.Tests.Node;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>A name goes through every front as it is, whatever a shell, MSBuild, a build host or a filter would read in it.</summary>
public sealed class SameNameTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontLab _lab = fixture.Lab;

    /// <param name="name">The name as every front is given it.</param>
    /// <param name="stored">The name as it is in the registry, where letters and their accents may be two characters.</param>
    [NodeTheory]
    [InlineData("Kündigungs;vorhersage %3B$(x)@(y)*?#'\"`$HOME", "Kündigungs;vorhersage %3B$(x)@(y)*?#'\"`$HOME")]
    [InlineData("previs\u00E3o-churn 客户流失 team's model, v1", "previsa\u0303o-churn 客户流失 team's model, v1")]
    public async Task A_name_is_the_same_on_all_five_fronts(string name, string stored)
    {
        await using var server = await MlflowServer.StartAsync();
        if (stored != name)
        {
            server.State.Models[stored] = new() { Name = stored, Description = "", CreatedAt = 0 };
        }

        var expected = await _lab.Fronts[0](FrontCall.RegisterAs(name, server.Url));
        Assert.True(expected.ExitCode == 0, expected.Log);
        Assert.Equal((stored, "1", $"models:/{stored}/1"), (expected.Outputs["model"], expected.Outputs["version"], expected.Outputs["uri"]));
        foreach (var front in _lab.Fronts.Skip(1))
        {
            var run = await front(FrontCall.RegisterAs(name, server.Url));
            Assert.True(run.ExitCode == 0, $"{front.Method.Name}: {run.Log}");
            Assert.Equal("false", run.Outputs["created"]);
            Assert.Equal(expected.Outputs.Where(IsCompared), run.Outputs.Where(IsCompared));
        }

        Assert.Equal([stored], server.State.Models.Keys);
        Assert.Equal(1, Assert.Single(server.State.Models[stored].Versions).Key);
        Assert.Empty(server.Violations);
    }

    [NodeFact]
    public async Task A_refused_name_sends_no_request_on_any_front()
    {
        await using var server = await MlflowServer.StartAsync();
        foreach (var front in _lab.Fronts.Where(front => front != _lab.Cake))
        {
            var run = await front(FrontCall.RegisterAs("chu\u200Brn", server.Url));
            Assert.True(run.ExitCode == 2, $"{front.Method.Name}: exit code {run.ExitCode}: {run.Log}");
            Assert.Contains("200B", run.Log, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    // The first call makes the version, the others find it.
    private static bool IsCompared(KeyValuePair<string, string> output) => output.Key != "created";
}
