using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Validate;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>
/// A repository whose model is a number in a file, from which a script makes predictions on 400 rows: the larger the number, the better they are.
/// </summary>
internal sealed class ValidationLab : IDisposable
{
    public const string Evaluation = """
        task: binary
        columns: {label: y, probability: [p], key: id}
        run: sh predict.sh
        data: rows.csv
        timeout: 60s
        """;

    /// <summary>Gates that a model of quality 0.3 or better passes while there is no champion.</summary>
    public const string Gates = """
        metrics: [{name: roc_auc, min: 0.6}]
        champion: {resamples: 200}
        """;

    public static readonly ModelName Model = ModelName.Parse("dev.health.diabetes");

    // The noise of a row is the same for every model, as rows are hard for all of them; the shift makes two models differ a little everywhere.
    private const string Script = """
        import os, random, sys
        quality = float(open(os.path.join(os.environ["MODEL_URI"], "notes.txt")).read())
        own = random.Random(repr(quality))
        lines = ["id,y,p"]
        for row in open(os.environ["MODELOPS_DATA"]).read().split()[1:]:
            key, y = row.split(",")
            noise = random.Random(key).random() + 0.2 * own.random()
            p = min(max(0.5 + quality * (int(y) - 0.5) + 0.6 * (noise - 0.6), 0.001), 0.999)
            lines.append(f"{key},{y},{p!r}")
        open(os.environ["MODELOPS_PREDICTIONS"], "w").write("\n".join(lines) + "\n")
        """;

    public ValidationLab(string? server = null)
    {
        Release = new(server) { PassesAll = false };
        Release.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!;
        Write("predict.py", Script);
        Write("predict.sh", "echo run >> runs; exec python3 predict.py");
        Write("rows.csv", "id,y\n" + string.Concat(Enumerable.Range(0, 400).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},{row % 2}\n"))));
        Write(".gitignore", ".modelops/\n*.modelpkg\nruns\n");
        Configure();
    }

    public ReleaseLab Release { get; }

    public string Path => Release.Path;

    /// <summary>How often the script was started.</summary>
    public int Runs => System.IO.File.Exists(File("runs")) ? System.IO.File.ReadAllLines(File("runs")).Length : 0;

    public string File(string relative) => System.IO.Path.Combine(Release.Path, relative);

    public void Write(string relative, string text) => System.IO.File.WriteAllText(File(relative), text);

    /// <summary>Writes what modelops.yml says of the model.</summary>
    public void Configure(string? gates = Gates, string? evaluation = Evaluation)
    {
        var text = System.IO.File.ReadAllText(File("modelops.yml"));
        var model = $"models:\n  - name: diabetes\n    path: models/diabetes\n    description: Progression.\n{Section("evaluation", evaluation)}{Section("gates", gates)}";
        Write("modelops.yml", Regex.Replace(text, "(?s)models:\n.*?\nenvironments:", $"{model}\nenvironments:".Replace("$", "$$", StringComparison.Ordinal)));
        Release.Git.Commit("configured");
    }

    /// <summary>Registers a model of some quality in dev.</summary>
    public async Task<int> RegisterAsync(double quality, params (string Name, string Value)[] more)
    {
        await PackageAsync(quality);
        return (await Release.DoAsync<RegisterResult>("register", [("Package", "diabetes.modelpkg"), ("Environment", "dev"), .. more])).Version!.Value;
    }

    public Task<string> PackageAsync(double quality)
    {
        Release.ChangeModel(quality.ToString(CultureInfo.InvariantCulture));
        Release.Git.Commit($"quality {quality}");
        return Release.PackageAsync();
    }

    /// <summary>Registers a model and makes it the champion of dev.</summary>
    public async Task<int> CrownAsync(double quality)
    {
        var version = await RegisterAsync(quality);
        await using var catalog = await Release.OpenAsync("dev");
        await catalog.Registry.MoveAliasAsync(new(Model, AliasName.Champion, version, null), default);
        return version;
    }

    public Task<VerbReport> ValidateAsync(params (string Name, string Value)[] more) => ValidateAsync(CancellationToken.None, more);

    public Task<VerbReport> ValidateAsync(CancellationToken cancellationToken, params (string Name, string Value)[] more) =>
        Release.RunAsync("validate", cancellationToken, [("Environment", "dev"), .. more]);

    public static ValidateResult Result(VerbReport report) => (ValidateResult?)report.Result ?? throw new InvalidOperationException(ReleaseLab.Describe(report));

    public static string Codes(VerbReport report) => string.Join(' ', report.Diagnostics.Select(finding => finding.Code));

    /// <summary>Status and decision that a version carries, and whether it is challenger.</summary>
    public async Task<(string? Status, string? Decision, bool IsChallenger)> StateAsync(int version)
    {
        await using var catalog = await Release.OpenAsync("dev");
        var found = await catalog.Registry.FindVersionAsync(Model, version, default);
        var model = await catalog.Registry.FindModelAsync(Model, default);
        return (
            found!.Tags.GetValueOrDefault(VersionTags.ValidationStatus),
            found.Tags.GetValueOrDefault(VersionTags.Decision),
            model!.Aliases.TryGetValue("challenger", out var challenger) && challenger == version);
    }

    /// <summary>Entries of validations, newest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync()
    {
        await using var catalog = await Release.OpenAsync("dev");
        return [.. (await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, Model), TimeProvider.System).ReadAsync(default)).All.Where(entry => entry.Action == "validate")];
    }

    public async Task<Run> RunOfAsync(int version)
    {
        await using var catalog = await Release.OpenAsync("dev");
        var found = await catalog.Registry.FindVersionAsync(Model, version, default);
        return (await catalog.Tracking.FindRunAsync(found!.RunId!, default))!;
    }

    /// <summary>Changes the store past the toolkit, as another program would.</summary>
    public void Sql(string statement, string environment = "dev") => RunPython($"import sqlite3; c = sqlite3.connect('.modelops/{environment}.db'); c.execute(\"\"\"{statement}\"\"\"); c.commit()");

    public void Dispose() => Release.Dispose();

    private void RunPython(string code)
    {
        var start = new System.Diagnostics.ProcessStartInfo("python3", ["-c", code]) { WorkingDirectory = Path };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static string Section(string name, string? text) =>
        text is null ? "" : $"    {name}:\n{string.Concat(text.Split('\n').Select(line => $"      {line}\n"))}";
}
