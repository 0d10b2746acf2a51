using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;
using ModelOps.Core.Tests.Verbs.Validate;

namespace ModelOps.Core.Tests.Releases;

/// <summary>
/// Two versions of two commits in dev and staging, on watched stores: version 1 has the alias <c>live</c> in staging and is champion there, so that
/// each verb would give <c>live</c> to version 2, roll it back to 1, or take it away.
/// </summary>
internal sealed class AliasLab : IDisposable
{
    public const string Undecided = "champion: {resamples: 200, not_enough_evidence: canary}";
    public const string Strict = "metrics: [{name: roc_auc, min: 0.999}]\nchampion: {resamples: 200}";

    public static readonly ModelName Model = ModelName.Parse("staging.health.diabetes");

    private readonly ValidationLab _lab = new();

    private AliasLab() => _lab.Release.Store = Store;

    public WatchedStore Store { get; } = new();

    public ValidationLab Validation => _lab;

    /// <summary>Commit of version 1.</summary>
    public string First { get; private set; } = "";

    /// <summary>Commit of version 2.</summary>
    public string Second { get; private set; } = "";

    public static async Task<AliasLab> CreateAsync(string verb, string gates = Undecided)
    {
        var lab = new AliasLab();
        lab._lab.Configure(gates);
        lab.First = await lab.AddAsync(0.4, ("Alias", "live"));
        await lab.ChangeAsync(registry => registry.MoveAliasAsync(new(Model, AliasName.Champion, 1, null), default));
        lab.Second = await lab.AddAsync(0.401, verb is "rollback" or "withdraw" ? [("Alias", "live")] : []);
        lab.Store.Writes.Clear();
        return lab;
    }

    public Task<VerbReport> RunAsync(string verb, string alias = "live", int version = 2, params (string, string)[] more)
    {
        (string, string)[] inputs = verb switch
        {
            "register" => [("Package", $"{version}.modelpkg"), ("Environment", "staging")],
            "promote" => [("To", "staging"), ("Version", $"{version}")],
            "rollback" => [("Environment", "staging"), ("Reason", "slow")],
            _ => [("Environment", "staging"), ("Version", $"{version}")],
        };
        return _lab.Release.RunAsync(verb == "withdraw" ? "validate" : verb, [.. inputs, ("Alias", alias), .. more]);
    }

    public async Task<string> AliasesAsync()
    {
        await using var catalog = await _lab.Release.OpenAsync("staging");
        var model = await catalog.Registry.FindModelAsync(Model, default);
        return string.Join(' ', model!.Aliases.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
    }

    /// <summary>Changes the registry of staging beside the verbs.</summary>
    public async Task ChangeAsync(Func<IModelRegistry, Task> change)
    {
        await using var catalog = await _lab.Release.OpenAsync("staging");
        await change(catalog.Registry);
    }

    /// <summary>Checks an earlier commit out again, on main as the build host says.</summary>
    public void GoBack(string commit)
    {
        _lab.Release.Git.Run("checkout", "--quiet", commit);
        _lab.Release.Environment["MODELOPS_BRANCH"] = "main";
    }

    /// <summary>Changes the files of a version of staging where they are kept.</summary>
    public void Tamper(int version)
    {
        var file = Directory.GetFiles(_lab.File(".modelops"), "notes.txt", SearchOption.AllDirectories)
            .Single(path => path.Contains("staging", StringComparison.Ordinal) && File.ReadAllText(path) == (version == 1 ? "0.4" : "0.401"));
        File.WriteAllText(file, "0.9");
    }

    public void Dispose() => _lab.Dispose();

    private async Task<string> AddAsync(double quality, params (string, string)[] more)
    {
        _lab.Release.ChangeModel(quality.ToString(CultureInfo.InvariantCulture));
        var commit = _lab.Release.Git.Commit($"quality {quality}");
        var package = await _lab.Release.PackageAsync(First.Length == 0 ? "1.modelpkg" : "2.modelpkg");
        await _lab.Release.DoAsync<object>("register", ("Package", package), ("Environment", "dev"));
        await _lab.Release.DoAsync<object>("register", [("Package", package), ("Environment", "staging"), .. more]);
        return commit;
    }
}
