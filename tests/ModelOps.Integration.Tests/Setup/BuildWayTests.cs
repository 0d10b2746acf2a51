using ModelOps.Surfaces;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>The program built from the action's own checkout, by a dotnet that writes down how it was called.</summary>
public sealed class BuildWayTests : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        { printf '%s\0' "dotnet $*"; env -0; } > "$STUB_CALLS/$(ls "$STUB_CALLS" | wc -l)"
        ls -d . src tests .git node_modules > "$STUB_CALLS/../seen" 2> /dev/null
        while [ $# -gt 0 ] && [ "$1" != --output ]; do shift; done
        mkdir -p "$2"
        printf '#!/bin/sh\necho VERSION\n' > "$2/ModelOps.Native"
        chmod 755 "$2/ModelOps.Native"
        cp "$2/ModelOps.Native" "$2/modelops"
        touch "$2/libgit2.so"
        exit "${STUB_EXIT:-0}"

        """;

    private readonly SetupLab _lab = new();

    public BuildWayTests()
    {
        File.Delete(Path.Combine(_lab.Checkout, "actions", "setup", "release.json"));
        foreach (var directory in (string[])["src", "tests", "node_modules"])
        {
            Directory.CreateDirectory(Path.Combine(_lab.Checkout, directory));
        }

        _lab.Variables["ACTION_REPOSITORY"] = SetupLab.Repository;
        _lab.Variables["ACTION_REF"] = new string('c', 40);
        _lab.Machine.Add("dotnet", Dotnet.Replace("VERSION", ToolkitVersion.Full, StringComparison.Ordinal));
        _lab.Machine.Add("gcc", "#!/bin/sh\n");
    }

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task With_a_compiler_it_is_the_native_program_laid_out_as_a_release_has_it()
    {
        var run = await _lab.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("built from the action's own checkout, as a native program: it is of no release.", run.Output, StringComparison.Ordinal);
        var home = Path.Combine(_lab.Machine.Temp, "modelops", Assert.Single(_lab.Installed));
        Assert.Equal([$"{home}/bin"], _lab.Added);
        Assert.True(File.Exists($"{home}/bin/modelops") && File.Exists($"{home}/lib/modelops/libgit2.so"));
        var call = Assert.Single(_lab.Machine.Calls);
        Assert.StartsWith("dotnet publish src/fronts/ModelOps.Native/ModelOps.Native.csproj --configuration Release --nologo -maxCpuCount:1 -p:SourceRevisionId=cccc", call.CommandLine, StringComparison.Ordinal);
        Assert.Equal([".", "src", "tests"], File.ReadAllLines(Path.Combine(call.Environment["STUB_CALLS"], "..", "seen")));
        Assert.StartsWith(Path.Combine(_lab.Machine.Temp, "modelops"), call.Environment["PWD"], StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_second_time_in_a_job_or_from_the_cache_nothing_is_built()
    {
        await _lab.RunAsync("plan");
        Assert.Equal(("build", "build"), (_lab.Outputs["way"], _lab.Outputs["dotnet"]));
        var directory = _lab.Outputs["directory"];
        await _lab.RunAsync();
        Assert.Equal($"{directory}/bin", Assert.Single(_lab.Added));

        await _lab.RunAsync("plan");
        Assert.Equal(("there", "no"), (_lab.Outputs["way"], _lab.Outputs["dotnet"]));
        await _lab.RunAsync("install");
        Assert.Single(_lab.Machine.Calls);
    }

    [UnixFact]
    public async Task A_build_is_kept_by_its_commit_and_by_what_it_was_linked_with()
    {
        var keys = new HashSet<string>();
        foreach (var (getconf, commit) in ((string, char)[])[("glibc 2.36", 'c'), ("glibc 2.39", 'c'), ("glibc 2.36", 'd')])
        {
            _lab.Be("Linux x86_64", getconf);
            _lab.Variables["ACTION_REF"] = new string(commit, 40);
            await _lab.RunAsync("plan");
            keys.Add(_lab.Outputs["key"]);
        }

        Assert.Equal(3, keys.Count);
    }

    [UnixTheory]
    [InlineData("Linux x86_64", "", "musl libc (x86_64)")]
    [InlineData("Linux aarch64", "glibc 2.39", "")]
    [InlineData("Darwin arm64", "", "")]
    public async Task Elsewhere_it_is_the_portable_form_which_needs_dotnet_to_run(string system, string getconf, string ldd)
    {
        _lab.Be(system, getconf, ldd);
        var run = await _lab.RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal("run", _lab.Outputs["dotnet"]);
        Assert.StartsWith("dotnet publish src/fronts/ModelOps.Cli/ModelOps.Cli.csproj", Assert.Single(_lab.Machine.Calls).CommandLine, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_build_that_fails_is_said_and_leaves_nothing()
    {
        _lab.Variables["STUB_EXIT"] = "1";
        var run = await _lab.RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("::error title=ModelOps setup::The action's checkout could not be built.", run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
        Assert.Empty(_lab.Added);
    }

    [UnixFact]
    public async Task Another_version_than_that_of_the_checkout_is_refused()
    {
        _lab.Variables["TOOL_VERSION"] = "9.9.9";
        var run = await _lab.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"The action is of version {ToolkitVersion.Full} and not 9.9.9.", run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Machine.Calls);
    }
}
