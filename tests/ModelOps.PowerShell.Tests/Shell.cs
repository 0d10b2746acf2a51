using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ModelOps.Testing;
using Host = System.Management.Automation.PowerShell;

namespace ModelOps.PowerShell.Tests;

/// <summary>PowerShell in this process, in which a directory of its own comes first on PATH. Variables are those of the process, so one test runs at a time.</summary>
internal sealed class Shell : IDisposable
{
    private readonly TempDirectory _programs = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    public Shell()
    {
        Environment.SetEnvironmentVariable("PATH", $"{_programs.Path}{Path.PathSeparator}{_path}");
        // An apphost looks here for the runtime, which is the one that runs the test.
        Environment.SetEnvironmentVariable("DOTNET_ROOT", Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")));
        _runspace.Open();
    }

    /// <summary>Where programs are found first.</summary>
    public string Programs => _programs.Path;

    public void Dispose()
    {
        _runspace.Dispose();
        Environment.SetEnvironmentVariable("PATH", _path);
        _programs.Dispose();
    }

    /// <summary>Lets nothing be found but what lies in <see cref="Programs" />.</summary>
    public void HideOthers() => Environment.SetEnvironmentVariable("PATH", _programs.Path);

    /// <summary>What a script wrote; an error record is a failure.</summary>
    public IReadOnlyList<string> Run(string script)
    {
        using var shell = Create();
        var output = shell.AddScript(script).Invoke().Select(item => $"{item}").ToArray();
        Assert.Empty(shell.Streams.Error.Select(error => $"{error}"));
        return output;
    }

    /// <summary>What pressing the tabulator offers, at the end of a line or before what comes after.</summary>
    public IReadOnlyList<string> Complete(string line, string after = "")
    {
        using var shell = Create();
        return [.. CommandCompletion.CompleteInput(line + after, line.Length, null, shell).CompletionMatches.Select(match => match.CompletionText)];
    }

    private Host Create()
    {
        var shell = Host.Create();
        shell.Runspace = _runspace;
        return shell;
    }
}
