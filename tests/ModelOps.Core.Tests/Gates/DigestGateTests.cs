using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Digest;

namespace ModelOps.Core.Tests.Gates;

public sealed class DigestGateTests : IDisposable
{
    private readonly GateLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Files_as_they_were_registered_pass()
    {
        var identity = await GateLab.IdentityAsync(_lab.CopyModel());

        var checks = Judge(GateLab.Nothing() with { Actual = identity, Registered = identity, IsRegistered = true });

        Assert.Equal([("content", GateStatus.Passed), ("manifest", GateStatus.Passed)], checks.Select(check => (check.Check, check.Status)));
    }

    [Fact]
    public async Task One_changed_byte_fails()
    {
        var directory = _lab.CopyModel();
        var registered = await GateLab.IdentityAsync(directory);
        var weights = Path.Combine(directory, "model.pkl");
        var bytes = await File.ReadAllBytesAsync(weights);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(weights, bytes);

        var checks = Judge(GateLab.Nothing() with { Actual = await GateLab.IdentityAsync(directory), Registered = registered, IsRegistered = true });

        Assert.Equal(GateStatus.Failed, checks[0].Status);
        Assert.NotEqual(checks[0].Value, checks[0].Limit);
        Assert.Contains("not those that were registered", checks[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_fail_by_the_manifest()
    {
        var directory = _lab.CopyModel();
        var registered = await GateLab.IdentityAsync(directory);
        File.Move(Path.Combine(directory, "model.pkl"), Path.Combine(directory, "model.pkm"));

        var checks = Judge(GateLab.Nothing() with { Actual = await GateLab.IdentityAsync(directory), Registered = registered, IsRegistered = true });

        Assert.Equal([GateStatus.Passed, GateStatus.Failed], checks.Select(check => check.Status));
    }

    [Fact]
    public async Task A_version_without_digest_fails()
    {
        var check = Assert.Single(Judge(GateLab.Nothing() with { Actual = await GateLab.IdentityAsync(_lab.CopyModel()), IsRegistered = true }));

        Assert.Equal(GateStatus.Failed, check.Status);
        Assert.Contains("MOP3009", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_registered_passes_as_what_it_is()
    {
        var identity = await GateLab.IdentityAsync(_lab.CopyModel());

        var check = Assert.Single(Judge(GateLab.Nothing() with { Actual = identity }));

        Assert.Equal((GateStatus.Passed, identity.Digest[..19]), (check.Status, check.Value));
    }

    [Fact]
    public void Without_files_it_cannot_run() => Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(GateLab.Nothing())).Status);

    private static IReadOnlyList<GateCheck> Judge(ModelEvidence candidate) => GateLab.Judge(new DigestGate(), GateLab.Case(new(), candidate));
}
