using System.ComponentModel;
using System.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Node;

/// <summary>The project tests/node: official validators and packers from npm, installed once in a run.</summary>
internal static class NodeTools
{
    private static readonly Lazy<string?> Missing = new(() => Probe("node") ?? Probe("npm"));
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Why tests that need Node cannot run; null when they can.</summary>
    public static string? SkipReason => Missing.Value;

    public static string Directory { get; } = Path.Combine(TestFiles.Root, "tests", "node");

    /// <summary>Runs one of the project's scripts.</summary>
    public static async Task<ProcessRun> ScriptAsync(string script, string? input, params string[] arguments)
    {
        await Installed.Value;
        return await ProcessRun.StartAsync(
            "node", ["--import", "./json-imports.mjs", script, .. arguments], new() { WorkingDirectory = Directory, Input = input });
    }

    /// <summary>Runs a program of an installed package.</summary>
    public static async Task<ProcessRun> ProgramAsync(string program, params string[] arguments)
    {
        await Installed.Value;
        return await ProcessRun.StartAsync("node", [Path.Combine(Directory, "node_modules", program), .. arguments], new() { WorkingDirectory = Directory });
    }

    private static string? Probe(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program) { ArgumentList = { "--version" }, RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program} does not run";
        }
        catch (Win32Exception)
        {
            return $"{program} is not installed";
        }
    }

    private static async Task InstallAsync()
    {
        var lockFile = new FileInfo(Path.Combine(Directory, "package-lock.json"));
        var marker = new FileInfo(Path.Combine(Directory, "node_modules", ".package-lock.json"));
        if (marker.Exists && marker.LastWriteTimeUtc >= lockFile.LastWriteTimeUtc)
        {
            return;
        }

        var run = await ProcessRun.StartAsync("npm", ["ci", "--ignore-scripts"], new() { WorkingDirectory = Directory });
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
