using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>A repository that GitHub builds, with a directory outside of it for what other jobs hand on.</summary>
internal sealed class CiLab : IDisposable
{
    private readonly TempDirectory _outside = new();

    public CiLab(bool hasPolicy = true)
    {
        if (!hasPolicy)
        {
            var text = File.ReadAllText(ConfigurationFile);
            File.WriteAllText(ConfigurationFile, text[..text.IndexOf("branches:", StringComparison.Ordinal)]);
            Release.Git.Commit("without branches");
        }

        Push();
    }

    public ReleaseLab Release { get; } = new();

    public string ConfigurationFile => Path.Combine(Release.Path, "modelops.yml");

    public string Main => Release.Git.Run("rev-parse", "main").Trim();

    public void Dispose()
    {
        Release.Dispose();
        _outside.Dispose();
    }

    /// <summary>The variables of a push to main at the commit that main has.</summary>
    public void Push(string name = "push", string reference = "refs/heads/main", string payload = "{}")
    {
        File.WriteAllText(_outside.File("event.json"), payload);
        foreach (var (variable, value) in ((string, string)[])
            [("GITHUB_ACTIONS", "true"), ("GITHUB_EVENT_NAME", name), ("GITHUB_REF", reference), ("GITHUB_SHA", Main), ("GITHUB_EVENT_PATH", _outside.File("event.json"))])
        {
            Release.Environment[variable] = value;
        }
    }

    /// <summary>A package as a job hands it on, with its record or without.</summary>
    public async Task<string> HandOnAsync(bool withRecord)
    {
        var package = Path.Combine(Release.Path, await Release.PackageAsync());
        File.Copy(package, _outside.File("model.modelpkg"), overwrite: true);
        File.Delete(_outside.File("model.modelpkg.provenance.json"));
        if (withRecord)
        {
            File.Copy($"{package}.provenance.json", _outside.File("model.modelpkg.provenance.json"));
        }

        return _outside.File("model.modelpkg");
    }

    public Task<VerbReport> RegisterAsync(string? package = null, params (string, string)[] more) =>
        Release.RunAsync("register", [package is null ? ("Path", Path.Combine(Release.Path, "models/diabetes")) : ("Package", package), ("Environment", "dev"), .. more]);

    public Task<VerbReport> PromoteAsync(string to, params (string, string)[] more) => Release.RunAsync("promote", [("To", to), .. more]);

    /// <summary>Tags of the version that a registration came to.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TagsAsync(VerbReport registered)
    {
        Assert.True(registered.ExitCode == ExitCode.Ok, ReleaseLab.Describe(registered));
        var result = (RegisterResult)registered.Result!;
        await using var catalog = await Release.OpenAsync("dev");
        return (await catalog.Registry.FindVersionAsync(result.Model, result.Version!.Value, CancellationToken.None))!.Tags;
    }

    /// <summary>Codes of what a verb found, but for notes.</summary>
    public static string[] Codes(VerbReport report) => [.. report.Diagnostics.Where(finding => finding.Severity != Severity.Info).Select(finding => finding.Code)];
}
