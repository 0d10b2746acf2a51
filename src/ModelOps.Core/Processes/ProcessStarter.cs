using System.ComponentModel;
using System.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Processes;

/// <summary>Starts a program without a shell, with all three streams in our hands.</summary>
internal static class ProcessStarter
{
    /// <summary>Starts a program.</summary>
    /// <param name="request">The program.</param>
    /// <param name="tree">The tree that it belongs to from now on.</param>
    /// <exception cref="ModelOpsException">The program cannot be started (MOP5001).</exception>
    public static Process Start(ProcessRequest request, ProcessTree tree)
    {
        var program = Find(request) ?? throw NotStarted(request, "no directory of PATH has it");
        var start = ProcessTree.CreateStart([.. Namespaces.Begin(request.Isolation), program, .. request.Arguments]);
        start.WorkingDirectory = request.Directory;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in request.Environment.Append(tree.Mark))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw NotStarted(request, failure.Message);
        }
    }

    // A bare name is never looked for in the working directory, which may be a checkout of somebody's change.
    private static string? Find(ProcessRequest request)
    {
        var isPath = request.Program.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0;
        if (!isPath)
        {
            return ProgramFile.Find(request.Program, request.Environment.GetValueOrDefault("PATH"));
        }

        var path = Path.GetFullPath(request.Program, request.Directory);
        return ProgramFile.IsProgram(path) ? path : throw NotStarted(request, "there is no program of that path");
    }

    private static ModelOpsException NotStarted(ProcessRequest request, string reason) => new(
        ExitCode.CouldNotRun,
        TestDiagnostics.ProgramNotStarted.At($"The program '{request.Program}' cannot be started in '{request.Directory}': {reason}."));
}
