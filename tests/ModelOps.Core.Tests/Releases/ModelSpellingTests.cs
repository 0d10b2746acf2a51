using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Names of models that are the same but for how their characters are composed, and names that look alike.</summary>
public sealed class ModelSpellingTests
{
    private const string Composed = "previs\u00E3o-churn";
    private const string Decomposed = "previsa\u0303o-churn";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_the_registry_spells_otherwise_is_used_and_none_is_made_beside_it(bool isServed)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(isServed ? server.Url : null);
        await lab.PackageAsync();
        await using (var catalog = await lab.OpenUriAsync(isServed ? server.Url : "sqlite:///.modelops/dev.db"))
        {
            await catalog.Registry.EnsureModelAsync(ModelName.Parse($"dev.health.{Decomposed}"), "", CancellationToken.None);
        }

        var registered = await RegisterAsync(lab, Composed);

        Assert.Equal($"models:/dev.health.{Decomposed}/1", registered.Uri);
        Assert.Contains(lab.Host.Diagnostics, finding => finding.Code == "MOP2202" && finding.Message.Contains("previsa<U+0303>o", StringComparison.Ordinal));
        Assert.False((await RegisterAsync(lab, Decomposed)).Created);
        var rows = (await lab.DoAsync<StatusResult>("status", ("Model", Composed), ("Environment", "dev"))).Versions;
        Assert.Equal($"dev.health.{Decomposed}", Assert.Single(rows).Model);
        await using var after = await lab.OpenUriAsync(isServed ? server.Url : "sqlite:///.modelops/dev.db");
        Assert.Single(await after.Registry.ListModelsAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_new_model_is_named_in_composed_form_however_the_call_spells_it()
    {
        using var lab = new ReleaseLab();
        await lab.PackageAsync();
        Assert.Equal($"dev.health.{Composed}", (await RegisterAsync(lab, Decomposed)).Model.Value);
        Assert.False((await RegisterAsync(lab, Composed)).Created);
    }

    [Fact]
    public async Task A_name_composed_otherwise_does_not_pass_the_gates_by()
    {
        using var lab = new ReleaseLab();
        File.WriteAllText(Path.Combine(lab.Path, "modelops.yml"), $$"""
            version: 1
            models:
              - { name: {{Composed}}, path: models/diabetes, gates: { package: { warnings: true } } }
            environments:
              dev: { tracking_uri: "sqlite:///.modelops/dev.db" }
            """);
        await lab.PackageAsync();

        var report = await lab.RunAsync("register", ("Model", Decomposed), ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "champion"));

        Assert.Equal((ExitCode.GateFailed, "MOP3011"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [Fact]
    public async Task Two_models_whose_names_differ_only_in_composition_are_not_guessed_between()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await lab.PackageAsync();
        await using var catalog = await lab.OpenUriAsync(server.Url);
        foreach (var name in (string[])["dev.health.a\u0323\u0302", "dev.health.\u00E2\u0323"])
        {
            await catalog.Registry.EnsureModelAsync(ModelName.Parse(name), "", CancellationToken.None);
        }

        var report = await lab.RunAsync("register", ("Model", "\u1EAD"), ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        Assert.Equal((ExitCode.BadInput, "MOP2203"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("dev.health.a\u0323\u0302", (await RegisterAsync(lab, "a\u0323\u0302")).Model.Value);
    }

    [Theory]
    [InlineData("churn", "\u0441hurn", "<U+0441>hurn")]
    [InlineData("churn", "Churn", "'dev.health.Churn'")]
    public async Task A_new_name_that_looks_like_another_is_warned_of_once(string old, string name, string written)
    {
        using var lab = new ReleaseLab();
        await lab.PackageAsync();
        await RegisterAsync(lab, old);
        Assert.DoesNotContain(lab.Host.Diagnostics, finding => finding.Code == "MOP2201");
        await lab.DoAsync<RegisterResult>("register", ("Model", name), ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("DryRun", "true"));
        Assert.Contains(lab.Host.Diagnostics, finding => finding.Code == "MOP2201");

        await RegisterAsync(lab, name);

        Assert.Contains(lab.Host.Diagnostics, finding => finding.Code == "MOP2201" && finding.Message.Contains(written, StringComparison.Ordinal)
            && finding.Message.Contains($"'dev.health.{old}'", StringComparison.Ordinal));
        await RegisterAsync(lab, name);
        Assert.DoesNotContain(lab.Host.Diagnostics, finding => finding.Code == "MOP2201");
    }

    private static Task<RegisterResult> RegisterAsync(ReleaseLab lab, string name) =>
        lab.DoAsync<RegisterResult>("register", ("Model", name), ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
}
