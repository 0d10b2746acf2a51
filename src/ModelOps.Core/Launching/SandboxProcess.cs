using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Launching;

/// <summary>A running sandbox. Disposing of it ends it, unless it was started to outlive its starter.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly bool _isDetached;
    private readonly TailText _errors;

    private SandboxProcess(Process process, TailText errors, SandboxReady ready, bool isDetached)
    {
        (_process, _errors, Ready, _isDetached) = (process, errors, ready, isDetached);
        Exited = WaitAsync();
    }

    /// <summary>What the sandbox said when it was ready.</summary>
    public SandboxReady Ready { get; }

    /// <summary>Where clients find the sandbox.</summary>
    public string Uri => Ready.Uri!;

    /// <summary>The exit code, once the process has ended.</summary>
    public Task<int> Exited { get; }

    /// <summary>The end of what the process wrote on its standard error.</summary>
    public string Errors => _errors.ToString();

    /// <summary>Starts a sandbox and waits until it serves.</summary>
    /// <param name="program">What to run.</param>
    /// <param name="options">What the sandbox is told.</param>
    /// <param name="environment">Environment of the caller.</param>
    /// <param name="cancellationToken">Ends the attempt, and the process.</param>
    /// <exception cref="ModelOpsException">It could not start: its own findings (exit 2), or MOP5102 (exit 9).</exception>
    public static async Task<SandboxProcess> StartAsync(
        SandboxCommand program, SandboxOptions options, IEnvironment environment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var process = Start(program, environment, options.IsDetached);
        var errors = new TailText();
        var reading = errors.ReadAsync(process.StandardError);
        try
        {
            var ready = await AskAsync(process, options, cancellationToken);
            _ = new TailText().ReadAsync(process.StandardOutput);
            return ready.Uri is not null ? new(process, errors, ready, options.IsDetached) : throw LaunchFailures.Refused(ready.Problems);
        }
        catch (Exception failure)
        {
            await EndAsync(process);
            await Task.WhenAny(reading, Task.Delay(Grace, CancellationToken.None));
            process.Dispose();
            throw failure switch
            {
                ModelOpsException => failure,
                OperationCanceledException when cancellationToken.IsCancellationRequested => failure,
                OperationCanceledException => LaunchFailures.NotReady($"no answer within {StartDeadline.TotalSeconds:0} seconds", errors.ToString()),
                IOException => LaunchFailures.NotReady("it ended before it answered", errors.ToString()),
                JsonException => LaunchFailures.NotReady("its answer is not understood", errors.ToString()),
                _ => failure,
            };
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_isDetached)
        {
            await EndAsync(_process);
            await Exited;
        }

        _process.Dispose();
    }

    private static Process Start(SandboxCommand program, IEnvironment environment, bool isDetached)
    {
        // In a session of its own neither Ctrl-C nor the end of a terminal reaches it.
        var start = isDetached ? ProcessTree.CreateStart([program.Host]) : new(program.Host);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
        foreach (var argument in program.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in LaunchVariables.Create(environment, program.Host))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw LaunchFailures.NotReady($"'{program.Host}' cannot be run: {failure.Message}", "");
        }
    }

    private static async Task<SandboxReady> AskAsync(Process process, SandboxOptions options, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartDeadline);
        var question = JsonSerializer.Serialize(options, SandboxJson.Default.SandboxOptions);
        await process.StandardInput.WriteAsync($"{question}\n".AsMemory(), deadline.Token);
        await process.StandardInput.FlushAsync(deadline.Token);
        var answer = await process.StandardOutput.ReadLineAsync(deadline.Token) ?? throw new EndOfStreamException();
        return JsonSerializer.Deserialize(answer, SandboxJson.Default.SandboxReady) ?? throw new JsonException();
    }

    // A sandbox ends when its standard input does; one that does not is asked once more, then ended.
    private static async Task EndAsync(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        if (!await HasEndedAsync(process) && !OperatingSystem.IsWindows())
        {
            UnixSignal.Send([process.Id], UnixSignal.Terminate);
        }

        if (!await HasEndedAsync(process))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> HasEndedAsync(Process process)
    {
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(grace.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
