using System.Runtime.Versioning;
using ModelOps.Core.Hosting;
using ModelOps.Core.Processes;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Processes;

[UnsupportedOSPlatform("windows")]
public sealed class NamespacesTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly List<string> _lines = [];

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    public async Task Only_a_build_that_is_not_trusted_keeps_its_commands_apart()
    {
        Assert.Null(await FindAsync(isUntrusted: false));
        Assert.NotNull(await FindAsync(isUntrusted: true));
        Assert.Equal(Isolation.None, await Namespaces.ForAsync(Build(isUntrusted: true), _directory.Path, new TestEnvironment { ["MODELOPS_ISOLATION"] = "none" }));
    }

    [UnixFact]
    public async Task What_holds_here_is_what_is_said()
    {
        var isolation = await FindAsync(isUntrusted: true);

        await RunAsync(isolation, $"if head -c 1 /proc/{Environment.ProcessId}/environ > /dev/null 2>&1; then echo seen; else echo unseen; fi");

        Assert.Equal([isolation == Isolation.None ? "seen" : "unseen"], _lines);
    }

    [NamespaceTheory]
    [InlineData(Isolation.Environment)]
    [InlineData(Isolation.Processes)]
    public async Task A_command_that_is_kept_apart_works_as_another(object isolation)
    {
        var ended = await RunAsync((Isolation)isolation, "printf '%s,' \"$GIVEN\" \"$(id -u)\" \"$PWD\"; echo x > file; cat file; cat; exit 7");

        Assert.Equal(new(7, TimedOut: false), ended);
        Assert.Equal([$"value,{UserId()},{_directory.Path},x"], _lines);
    }

    [NamespaceTheory]
    [InlineData(Isolation.Environment)]
    [InlineData(Isolation.Processes)]
    public async Task Its_time_ends_all_of_it(object isolation)
    {
        var ended = await RunAsync((Isolation)isolation, "sleep 301 & sleep 302", TimeSpan.FromMilliseconds(500));

        Assert.True(ended.TimedOut);
        Assert.Empty(Sleepers.Of("301").Concat(Sleepers.Of("302")));
    }

    [NamespaceFact]
    public async Task What_leaves_its_session_its_parents_and_its_environment_ends_with_a_process_namespace()
    {
        var ended = await RunAsync(Isolation.Processes, "env -i setsid sh -c 'sleep 303 & exit' & sleep 0.2; exit 0");

        Assert.Equal(0, ended.ExitCode);
        for (var wait = 0; wait < 100 && Sleepers.Of("303").Any(); wait++)
        {
            await Task.Delay(50);
        }

        Assert.Empty(Sleepers.Of("303"));
    }

    private static BuildInfo Build(bool isUntrusted) => new() { IsUntrusted = isUntrusted };

    private static string UserId() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];

    private Task<Isolation?> FindAsync(bool isUntrusted) => Namespaces.ForAsync(Build(isUntrusted), _directory.Path, new TestEnvironment());

    private Task<ProcessResult> RunAsync(Isolation? isolation, string script, TimeSpan? timeout = null) => ProcessRunner.RunAsync(
        new()
        {
            Program = "/bin/sh",
            Arguments = ["-c", script],
            Directory = _directory.Path,
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["GIVEN"] = "value" },
            Isolation = isolation,
            Timeout = timeout ?? TimeSpan.FromSeconds(60),
            Grace = TimeSpan.FromMilliseconds(200),
        },
        _lines.Add,
        CancellationToken.None);
}
