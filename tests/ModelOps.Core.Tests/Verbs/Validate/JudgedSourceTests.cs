using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Validate;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>A candidate that is named by where it is.</summary>
public sealed class JudgedSourceTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_directory_a_version_and_a_package_of_one_model_are_judged_alike_and_nothing_is_written()
    {
        await _lab.RegisterAsync(0.5);
        var digests = new List<string>();
        foreach (var source in new[] { "models/diabetes", "diabetes.modelpkg", "models:/dev.health.diabetes/1" })
        {
            var report = await _lab.ValidateAsync(("Package", source));
            Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
            digests.Add(((ValidateResult)report.Result!).Digest);
        }

        Assert.Single(digests.Distinct());
        await using var catalog = await _lab.Release.OpenAsync("dev");
        var version = await catalog.Registry.FindVersionAsync(ValidationLab.Model, 1, CancellationToken.None);
        Assert.False(version!.Tags.ContainsKey(Abstractions.Registry.VersionTags.ValidationStatus));
    }
}
