using ModelOps.Core.Checks;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Package;

namespace ModelOps.Core.Tests.Gates;

public sealed class PackageGateTests : IDisposable
{
    private readonly GateLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_clean_model_passes()
    {
        var check = Assert.Single(Judge(_lab.Model()));

        Assert.Equal((GateStatus.Passed, "no finding"), (check.Status, check.Value));
    }

    [Fact]
    public void An_unpinned_dependency_fails_with_its_place_and_no_path_of_this_machine()
    {
        var checks = Judge(_lab.Model(Unpin), check: new() { Strict = true });

        Assert.All(checks, check => Assert.Equal(GateStatus.Failed, check.Status));
        Assert.Contains(checks, check => check.Check.StartsWith("MOP1017 requirements.txt(", StringComparison.Ordinal));
        Assert.DoesNotContain(checks, check => $"{check.Check} {check.Message}".Contains(_lab.Root, StringComparison.Ordinal));
    }

    [Fact]
    public void A_policy_does_not_block_unless_it_is_made_to() =>
        Assert.Equal((GateStatus.Passed, "1 warning"), Assert.Single(Judge(_lab.Model(Unpin))) is var check ? (check.Status, check.Value) : default);

    [Fact]
    public void A_registered_version_is_judged_with_the_names_and_the_files_that_it_has()
    {
        var checks = Judge(_lab.Model(path =>
        {
            Directory.CreateDirectory(Path.Combine(path, "code", "__pycache__"));
            File.WriteAllText(Path.Combine(path, "code", "__pycache__", "a.cpython-313.pyc"), "x");
            File.WriteAllText(Path.Combine(path, "notes#1.txt"), "x");
        }));

        Assert.Equal((GateStatus.Passed, "no finding"), (Assert.Single(checks).Status, checks[0].Value));
    }

    [Fact]
    public void A_missing_file_fails() => Assert.Contains(
        Judge(_lab.Model(path => File.Delete(Path.Combine(path, "model.pkl")))), check => check.Check.StartsWith("MOP1010 MLmodel(", StringComparison.Ordinal));

    [Theory]
    [InlineData(false, GateStatus.Passed, "1 warning")]
    [InlineData(true, GateStatus.Failed, "warning")]
    public void Warnings_block_when_they_are_meant_to(bool warnings, GateStatus expected, string value)
    {
        var check = Assert.Single(Judge(_lab.Model(Loosen), new() { Warnings = warnings }));

        Assert.Equal((expected, value), (check.Status, check.Value));
    }

    [Theory]
    [InlineData("churn", "2026-11-21", GateStatus.Passed)]
    [InlineData(null, "2026-11-22", GateStatus.Passed)]
    [InlineData("other", "2026-11-22", GateStatus.Failed)]
    [InlineData("churn", "2026-11-20", GateStatus.Failed)]
    public void A_waiver_counts_for_its_model_up_to_its_day(string? model, string until, GateStatus expected)
    {
        var waiver = new WaiverSection { Rule = "MOP1017", Reason = "vendor", Until = DateOnly.ParseExact(until, "yyyy-MM-dd"), Model = model };
        var subject = GateLab.Case(new(), _lab.Model(Unpin)) with { CheckLimits = new() { Strict = true, Waive = [waiver, waiver with { Rule = "MOP1015" }] } };

        Assert.Equal(expected, new PackageGate().Judge(subject, CancellationToken.None).Status);
    }

    [Fact]
    public void Switched_off_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(_lab.Model(Unpin), new() { Enabled = false })).Status);

    [Fact]
    public void Without_files_it_cannot_run() => Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(GateLab.Nothing())).Status);

    private static void Unpin(string path) => Rewrite(path, line => line.StartsWith("psutil", StringComparison.Ordinal) ? "psutil" : line);

    private static void Loosen(string path) => Rewrite(path, line => line.StartsWith("psutil==", StringComparison.Ordinal) ? line.Replace("==", ">=", StringComparison.Ordinal) : line);

    private static void Rewrite(string path, Func<string, string> change)
    {
        foreach (var file in new[] { "requirements.txt", "conda.yaml" })
        {
            var full = Path.Combine(path, file);
            File.WriteAllLines(full, File.ReadAllLines(full).Select(line => line.TrimStart(' ', '-') is var bare ? line[..^bare.Length] + change(bare) : line));
        }
    }

    private static IReadOnlyList<GateCheck> Judge(ModelEvidence candidate, PackageGateSection? limits = null, CheckSection? check = null) =>
        GateLab.Judge(new PackageGate(), GateLab.Case(new() { Package = limits ?? new() }, candidate) with { CheckLimits = check ?? new() });
}
