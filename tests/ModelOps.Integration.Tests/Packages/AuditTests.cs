namespace ModelOps.Integration.Tests.Packages;

/// <summary>The pins beside the advisories of build/advisories.json, as <c>./build.sh --target Audit</c> runs them.</summary>
public sealed class AuditTests
{
    private const string AsErrors = "-p:AuditIsError=true";
    private const string Store = "src/backends/ModelOps.Store/ModelOps.Store.csproj";
    private const string Advisory = "https://github.com/advisories/GHSA-2m69-gcr7-jv3q";

    [Fact]
    public async Task No_package_that_the_toolkit_needs_has_an_advisory()
    {
        await using var feed = await AdvisoryFeed.StartAsync();
        using var clone = new AuditedClone(feed);

        var restored = await clone.RestoreAsync("Toolkit.sln", AsErrors);

        Assert.True(restored.ExitCode == 0, restored.Output);
        Assert.DoesNotContain("NU190", restored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_with_an_advisory_fails_the_audit_and_warns_in_a_clone()
    {
        await using var feed = await AdvisoryFeed.StartAsync();
        using var clone = new AuditedClone(feed);
        clone.Pin("SQLitePCLRaw.bundle_e_sqlite3", "2.0.6");
        clone.Publish("SQLitePCLRaw.bundle_e_sqlite3", "2.0.6", "<dependency id=\"SQLitePCLRaw.lib.e_sqlite3\" version=\"2.0.6\" />");
        clone.Publish("SQLitePCLRaw.lib.e_sqlite3", "2.0.6");

        var audited = await clone.RestoreAsync(Store, AsErrors);
        var cloned = await clone.RestoreAsync(Store);

        Assert.NotEqual(0, audited.ExitCode);
        Assert.Contains("error NU1903", audited.Output, StringComparison.Ordinal);
        Assert.Contains(Advisory, audited.Output, StringComparison.Ordinal);
        Assert.True(cloned.ExitCode == 0, cloned.Output);
        Assert.Contains("warning NU1903", cloned.Output, StringComparison.Ordinal);
        Assert.Contains(Advisory, cloned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_that_gets_no_advisories_fails_too()
    {
        var feed = await AdvisoryFeed.StartAsync();
        using var clone = new AuditedClone(feed);
        await feed.DisposeAsync();

        var restored = await clone.RestoreAsync(Store, AsErrors);

        Assert.NotEqual(0, restored.ExitCode);
        Assert.Contains("NU1900", restored.Output, StringComparison.Ordinal);
    }
}
