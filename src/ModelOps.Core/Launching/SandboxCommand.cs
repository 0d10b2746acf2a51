using System.Runtime.InteropServices;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Launching;

/// <summary>What is run to get a sandbox: a .NET host with the sandbox's assembly.</summary>
/// <param name="Host">Full path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record SandboxCommand(string Host, IReadOnlyList<string> Arguments)
{
    private const string Assembly = "tools/sandbox/modelops-sandbox.dll";
    private const string HostName = "dotnet";

    // A package has it apart from its assemblies, which lie two deep: lib/net10.0, tasks/net10.0.
    private static readonly string[] Places = [Assembly, $"../../{Assembly}"];

    /// <summary>
    /// Finds the assembly below that of the core, or beside the directory of a package's assemblies, and the .NET host that this process runs on or the
    /// environment names. The sandbox is told where the assemblies are that it shares.
    /// </summary>
    /// <exception cref="ModelOpsException">One of them is not there (MOP5101, exit 9).</exception>
    public static SandboxCommand Find(IEnvironment environment)
    {
        var shared = InstalledFiles.Directory;
        if (Places.Select(place => Path.GetFullPath(place, shared)).FirstOrDefault(File.Exists) is not { } assembly)
        {
            throw Missing($"There is no '{Assembly}' in '{shared}', nor two directories above.");
        }

        return FindHost(environment) is { } host
            ? new(host, [assembly, shared])
            : throw Missing("No .NET host was found: not by DOTNET_HOST_PATH, DOTNET_ROOT or PATH, nor beside the runtime of this process.");
    }

    // The runtime's directory is <root>/shared/Microsoft.NETCore.App/<version>/ on every installation that is not self-contained.
    private static string? FindHost(IEnvironment environment)
    {
        var file = OperatingSystem.IsWindows() ? $"{HostName}.exe" : HostName;
        var runtimeRoot = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string?[] candidates =
        [
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == HostName ? Environment.ProcessPath : null,
            Path.Combine(runtimeRoot, file),
            environment.Get("DOTNET_HOST_PATH"),
            environment.Get("DOTNET_ROOT") is { Length: > 0 } root ? Path.Combine(root, file) : null,
        ];
        return candidates.FirstOrDefault(path => path is not null && Path.IsPathFullyQualified(path) && ProgramFile.IsProgram(path))
            ?? ProgramFile.Find(HostName, environment);
    }

    private static ModelOpsException Missing(string message) => new(ExitCode.CouldNotRun, SandboxDiagnostics.NotInstalled.At(message));
}
