using System.Globalization;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>A version says how many bytes it has, and nobody fetches more.</summary>
public sealed class RecordedSizeTests : IDisposable
{
    private static readonly ModelName Dev = ModelName.Parse("dev.health.diabetes");

    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task The_size_is_recorded_by_register_and_travels_with_the_version()
    {
        await RegisterAsync();
        await _lab.DoAsync<object>("promote", ("To", "staging"));

        var recorded = (await FindAsync("dev", Dev)).Tags[VersionTags.Size];
        var files = Path.GetDirectoryName(Stored())!;
        Assert.Equal(Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length).ToString(CultureInfo.InvariantCulture), recorded);
        Assert.Equal(recorded, (await FindAsync("staging", ModelName.Parse("staging.health.diabetes"))).Tags[VersionTags.Size]);
    }

    [Theory]
    [InlineData("pull", "Path", "models:/dev.health.diabetes/1", "Environment", "dev", "Output", "taken")]
    [InlineData("pull", "Model", "diabetes", "Version", "1", "Environment", "dev", "Output", "taken")]
    [InlineData("check", "Path", "models:/dev.health.diabetes/1", "Environment", "dev")]
    [InlineData("package", "Path", "models:/dev.health.diabetes/1", "Environment", "dev")]
    [InlineData("promote", "To", "staging")]
    public async Task More_than_was_registered_is_not_fetched(string verb, params string[] inputs)
    {
        await RegisterAsync();
        File.AppendAllText(Stored(), "\n");

        var report = await _lab.RunAsync(verb, [.. inputs.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        var finding = Assert.Single(report.Diagnostics, finding => finding.Severity == Severity.Error);
        Assert.Equal((ExitCode.GateFailed, "MOP3001"), (report.ExitCode, finding.Code));
        Assert.EndsWith("Nothing was fetched.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", ExitCode.Ok)]
    [InlineData("", ExitCode.Ok)]
    [InlineData("-5", ExitCode.Ok)]
    [InlineData("1e3", ExitCode.Ok)]
    [InlineData("99999999999999999999", ExitCode.Ok)]
    [InlineData("4611686018427387904", ExitCode.Ok)]
    [InlineData("0", ExitCode.GateFailed)]
    public async Task What_anybody_wrote_there_is_no_limit_or_a_refusal(string value, ExitCode expected)
    {
        await RegisterAsync();
        await using (var catalog = await _lab.OpenAsync("dev"))
        {
            await catalog.Registry.SetVersionTagAsync(Dev, 1, new(VersionTags.Size, value), CancellationToken.None);
        }

        Assert.Equal(expected, (await _lab.RunAsync("pull", ("Model", "diabetes"), ("Version", "1"), ("Environment", "dev"), ("Output", "taken"))).ExitCode);
    }

    [Fact]
    public void Sizes_that_overflow_a_sum_are_more_than_was_registered()
    {
        var version = new ModelVersion { Model = Dev, Version = 1, Status = VersionStatus.Ready, Source = "", CreatedAt = default, Tags = new Dictionary<string, string> { [VersionTags.Size] = "100" } };
        ContentFile[] listed = [new("a", long.MaxValue), new("b", long.MaxValue), new("c", 2)];

        Assert.Contains("18446744073709551616 bytes; it was registered with 100", RecordedSize.FindExcess(version, listed), StringComparison.Ordinal);
        Assert.Null(RecordedSize.FindExcess(version, [new("a", 100)]));
        Assert.Null(RecordedSize.FindExcess(version with { Tags = new Dictionary<string, string>() }, listed));
    }

    private async Task RegisterAsync()
    {
        await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
    }

    private async Task<ModelVersion> FindAsync(string environment, ModelName model)
    {
        await using var catalog = await _lab.OpenAsync(environment);
        return (await catalog.Registry.FindVersionAsync(model, 1, CancellationToken.None))!;
    }

    private string Stored() =>
        Directory.EnumerateFiles(Path.Combine(_lab.Path, ".modelops", "dev.db.artifacts"), "MLmodel", SearchOption.AllDirectories).Single();
}
