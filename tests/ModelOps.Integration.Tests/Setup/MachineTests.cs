using ModelOps.Surfaces;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>A machine on which the program would not run is told so before anything is fetched.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly SetupLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("Linux x86_64", "", "musl libc (x86_64)", "Linux with musl")]
    [InlineData("Linux x86_64", "glibc 2.33", "", "Linux with glibc 2.33")]
    [InlineData("Linux x86_64", "glibc 2.9", "", "Linux with glibc 2.9")]
    [InlineData("Linux x86_64", "", "ldd (Ubuntu GLIBC 2.31-0ubuntu9.16) 2.31", "Linux with glibc 2.31")]
    [InlineData("Linux x86_64", "", "ldd (GNU libc) 2.28", "Linux with glibc 2.28")]
    [InlineData("Linux x86_64", "", "", "Linux with a C library that neither getconf nor ldd names")]
    [InlineData("Linux aarch64", "glibc 2.39", "", "Linux on aarch64")]
    [InlineData("Linux aarch64", "", "musl libc (aarch64)", "Linux on aarch64")]
    [InlineData("Darwin arm64", "", "", "macOS")]
    [InlineData("MINGW64_NT-10.0-20348 x86_64", "", "", "Windows")]
    [InlineData("FreeBSD amd64", "", "", "FreeBSD")]
    public async Task One_that_is_not_fit_is_named_with_what_to_do_instead(string system, string getconf, string ldd, string name)
    {
        _lab.Be(system, getconf, ldd);
        var run = await _lab.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "::error title=ModelOps setup::The program of a release is for Linux on x64 with glibc 2.34 or newer, and this machine is " + name
                + $". Set 'source' to a NuGet feed that has ModelOps.Cli {ToolkitVersion.Full}: that sets up the .NET SDK and installs the portable form.\n",
            run.Output);
        Assert.Empty(_lab.Server.Requests);
        Assert.Empty(_lab.Installed);
    }

    [CurlTheory]
    [InlineData("Linux x86_64", "glibc 2.34", "")]
    [InlineData("Linux x86_64", "glibc 3.0", "")]
    [InlineData("Linux x86_64", "", "ldd (Debian GLIBC 2.36-9+deb12u10) 2.36")]
    [InlineData("Linux amd64", "glibc 2.100", "")]
    public async Task One_that_is_fit_gets_the_program(string system, string getconf, string ldd)
    {
        _lab.Be(system, getconf, ldd);
        var run = await _lab.RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    // The programs of this machine say something, whatever it is, that the script understands.
    [LinuxFact]
    public async Task This_machine_is_known()
    {
        foreach (var stub in (string[])["uname", "getconf", "ldd"])
        {
            File.Delete(Path.Combine(_lab.Machine.Bin, stub));
        }

        var run = await _lab.RunAsync("plan");
        Assert.DoesNotContain("neither getconf nor ldd", run.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task From_a_feed_it_gets_the_portable_form_wherever_it_is()
    {
        _lab.Be("Linux aarch64", "", "musl libc (aarch64)");
        _lab.Variables["TOOL_SOURCE"] = "https://feed.example.com/v3/index.json";
        var run = await _lab.RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.StartsWith("dotnet tool install ModelOps.Cli ", Assert.Single(_lab.Machine.Calls).CommandLine, StringComparison.Ordinal);
    }
}
