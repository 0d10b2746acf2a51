using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>What others write to a server between the look of a registration and its create request.</summary>
public sealed class RegisterRaceTests
{
    private const string Model = "dev.health.diabetes";

    private static readonly (string Name, string Value)[] Register = [("Package", "diabetes.modelpkg"), ("Environment", "dev")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_that_another_run_made_in_between_is_the_result_of_both(bool hasVersions)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        if (hasVersions)
        {
            await lab.PackageAsync();
            await lab.DoAsync<RegisterResult>("register", Register);
            lab.ChangeModel("second");
            lab.Git.Commit("second");
        }

        await lab.PackageAsync();
        var expected = hasVersions ? 2 : 1;
        var held = new FaultRule("POST /api/2.0/mlflow/model-versions/create", FaultMode.Delay) { Delay = TimeSpan.FromMinutes(2) };
        server.Faults.Add(held);
        var slow = Task.Run(() => lab.RunAsync("register", Register));
        await held.Begun.WaitAsync(TimeSpan.FromMinutes(1));
        var fast = await lab.DoAsync<RegisterResult>("register", Register);
        held.Release();
        var late = await slow;

        Assert.True(late.ExitCode == ExitCode.Ok, ReleaseLab.Describe(late));
        Assert.Equal((expected, true), (fast.Version!.Value, fast.Created));
        Assert.Equal((expected, false), (((RegisterResult)late.Result!).Version!.Value, ((RegisterResult)late.Result!).Created));
        Assert.Equal($"{expected}", server.State.Models[Model].Versions[expected + 1].Tags[VersionTags.SupersededBy]);

        // A server without transactions shows both until the later run marks its own.
        Assert.DoesNotContain(server.Violations, violation => !violation.EndsWith("carry one key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_without_tags_does_not_hide_those_that_have_some()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await lab.DoAsync<RegisterResult>("register", Register);
        var first = server.State.Models[Model].Versions[1];
        server.State.Models[Model].Versions[2] = new()
        {
            Model = Model, Number = 2, Source = first.Source, RunId = "", Description = "", CreatedAt = first.CreatedAt, Tags = new(StringComparer.Ordinal),
        };

        var again = await lab.DoAsync<RegisterResult>("register", Register);

        Assert.Equal((1, false), (again.Version!.Value, again.Created));
    }

    [Fact]
    public async Task A_model_that_may_not_be_created_but_is_there_gets_its_first_version()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await using (var catalog = await lab.OpenUriAsync(server.Url))
        {
            await catalog.Registry.EnsureModelAsync(ModelName.Parse(Model), "", CancellationToken.None);
        }

        foreach (var call in new[] { "registered-models/create", "experiments/create" })
        {
            server.Faults.Add(new($"POST /api/2.0/mlflow/{call}", FaultMode.StatusBefore) { Status = 403 });
        }

        var made = await lab.DoAsync<RegisterResult>("register", Register);

        Assert.Equal((1, true), (made.Version!.Value, made.Created));
    }
}
