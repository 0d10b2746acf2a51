using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>A pull request of a fork, which gets no credentials for the catalog of the champion.</summary>
public sealed class ForkTests
{
    [UnixTheory]
    [InlineData("True", ExitCode.CouldNotRun, "MOP7011 MOP2004")]
    [InlineData("False", ExitCode.RemoteFailure, "MOP2004")]
    public async Task It_is_told_that_it_can_have_none(string isFork, ExitCode exitCode, string codes)
    {
        await using var server = await MlflowServer.StartAsync(new MlflowServerOptions { Authorization = "Bearer secret" });
        using var lab = new ValidationLab(server.Url);
        foreach (var (name, value) in ((string, string)[])[("TF_BUILD", "True"), ("BUILD_REASON", "PullRequest"), ("SYSTEM_PULLREQUEST_ISFORK", isFork)])
        {
            lab.Release.Environment[name] = value;
        }

        await lab.PackageAsync(0.4);
        var report = await lab.ValidateAsync(("Package", "diabetes.modelpkg"));

        Assert.Equal((exitCode, codes), (report.ExitCode, ValidationLab.Codes(report)));
        Assert.Equal(0, lab.Runs);
    }
}
