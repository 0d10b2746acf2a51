using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>What is attacked: every verb that changes a catalog, with something there before that must not be lost.</summary>
internal static class Scenarios
{
    private static readonly (string, string)[] Register = [("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate")];
    private static readonly (string, string)[] Promote = [("To", "staging"), ("Alias", "champion")];
    private static readonly (string, string)[] Validate = [("Environment", "dev")];

    /// <summary>The scenarios.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("register, first version", "register", Register) { Prepare = subject => subject.PackageAsync("one") },
        new("register", "register", Register) { Prepare = RegisterThenPackageAsync },
        new("promote", "promote", Promote) { Prepare = PromoteThenRegisterAsync },
        new("validate", "validate", Validate)
        {
            Prepare = ValidateThenRegisterAsync,

            // What could not be judged for want of evidence is a verdict too, exit code 9, and stands in the ledger.
            MayAlsoSay = "  validate finished  none -> ",
        },
        new("rollback", "rollback", ("Environment", "dev"), ("Alias", "candidate"), ("Reason", "slow")) { Prepare = RegisterTwoAsync },
        new("adopt", "adopt", ("Environment", "dev"), ("Version", "1")) { Prepare = AddForeignAsync },
        new("adopt --alias", "adopt", ("Environment", "dev"), ("Alias", "champion")) { Prepare = CrownForeignAsync },
        new("annotate", "annotate", ("Environment", "dev"), ("Version", "1"), ("Tags", "tier=1"), ("Description", "Weekly.")) { Prepare = RegisterTwoAsync },
    ];

    /// <summary>One of them.</summary>
    public static Scenario Named(string name) => All.Single(scenario => scenario.Name == name);

    private static async Task RegisterThenPackageAsync(FaultSubject subject)
    {
        await RegisterAsync(subject, "one");
        await subject.PackageAsync("two");
    }

    private static async Task PromoteThenRegisterAsync(FaultSubject subject)
    {
        await RegisterAsync(subject, "one");
        await subject.PassAsync("dev", 1);
        await subject.Lab.DoAsync<object>("promote", Promote);
        await RegisterAsync(subject, "two");
        await subject.PassAsync("dev", 2);
    }

    private static async Task ValidateThenRegisterAsync(FaultSubject subject)
    {
        await RegisterAsync(subject, "one");
        await subject.Lab.DoAsync<object>("validate", Validate);
        await RegisterAsync(subject, "two");
    }

    private static async Task RegisterTwoAsync(FaultSubject subject)
    {
        await RegisterAsync(subject, "one");
        await RegisterAsync(subject, "two");
    }

    private static async Task CrownForeignAsync(FaultSubject subject)
    {
        await AddForeignAsync(subject);
        await using var catalog = await subject.OpenAsync("dev");
        await catalog.Registry.MoveAliasAsync(new(FaultSubject.Model("dev"), AliasName.Champion, 1, null), default);
    }

    private static async Task AddForeignAsync(FaultSubject subject)
    {
        var model = FaultSubject.Model("dev");
        Directory.CreateDirectory(Path.Combine(subject.Lab.Path, ".modelops"));
        await using var catalog = await subject.OpenAsync("dev");
        var experiment = await catalog.Tracking.EnsureExperimentAsync("elsewhere", default);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "train", TimeProvider.System.GetUtcNow(), []), default);
        await catalog.Registry.EnsureModelAsync(model, "", default);
        await using var content = DirectoryContent.Open(Path.Combine(subject.Lab.Path, "models", "diabetes"));
        await catalog.Registry.AddVersionAsync(new() { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] }, content, default);
    }

    private static async Task RegisterAsync(FaultSubject subject, string content)
    {
        await subject.PackageAsync(content);
        await subject.Lab.DoAsync<object>("register", Register);
    }
}
