using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Gathering.Runtime;

/// <summary>A scoring command under a stopwatch: it gets a request a line, the next when the one before is answered.</summary>
internal sealed class ScoringProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    private readonly ProcessTree _tree;
    private readonly ProcessRequest _request;
    private readonly Process _process;
    // One answer is waited for at a time; of those too many a single one is enough to see it.
    private readonly Channel<bool> _answers = Channel.CreateBounded<bool>(2);
    private readonly CancellationTokenSource _readers = new();
    private readonly Task _answered;
    private readonly Task _errors;

    private ScoringProcess(ProcessRequest request, Action<string> relay)
    {
        _request = request;
        _tree = new();
        _process = ProcessStarter.Start(request, _tree);
        _answered = ReadAnswersAsync();
        _errors = OutputPump.RunAsync([_process.StandardError], relay, _readers.Token);
    }

    /// <summary>Measures a command.</summary>
    /// <param name="request">The command; its timeout is that of the whole measurement.</param>
    /// <param name="requests">Lines to send, at least one.</param>
    /// <param name="repeat">How often to send them.</param>
    /// <param name="relay">Takes what the command writes beside its answers.</param>
    /// <param name="cancellationToken">Ends the command with all that it started.</param>
    /// <exception cref="ModelOpsException">It cannot be started (MOP5001), or does not answer line by line (MOP6012).</exception>
    public static async Task<RuntimeMeasurement> MeasureAsync(
        ProcessRequest request, IReadOnlyList<string> requests, int repeat, Action<string> relay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(request.TimerTimeout);
        var started = Stopwatch.GetTimestamp();
        await using var scoring = new ScoringProcess(request, relay);
        try
        {
            var latencies = new List<double>();
            double? loadSeconds = null;
            foreach (var line in Enumerable.Repeat(requests, Math.Max(1, repeat)).SelectMany(lines => lines))
            {
                var sent = Stopwatch.GetTimestamp();
                await scoring.AskAsync(line, limit.Token);
                var answered = Stopwatch.GetTimestamp();
                if (loadSeconds is null)
                {
                    loadSeconds = Stopwatch.GetElapsedTime(started, answered).TotalSeconds;
                }
                else
                {
                    latencies.Add(Stopwatch.GetElapsedTime(sent, answered).TotalMilliseconds);
                }
            }

            await scoring.EndAsync(limit.Token);
            return new(loadSeconds!.Value, latencies);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw scoring.Failed($"was ended after {request.Timeout.TotalSeconds:0} seconds: it had not answered all requests");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _tree.EndAsync(_process, _request.Grace);
        await _readers.CancelAsync();
        await Task.WhenAll(_answered, _errors);
        _readers.Dispose();
        _process.Dispose();
    }

    private async Task AskAsync(string line, CancellationToken cancellationToken)
    {
        if (_answers.Reader.TryRead(out _))
        {
            throw Failed("wrote a line that no request asked for: expected one answer for each line");
        }

        try
        {
            // A pipe to a program that does not read is full at some time, and a write into it cannot be cancelled.
            var bytes = Encoding.UTF8.GetBytes(line + "\n");
            var input = _process.StandardInput.BaseStream;
            await Task.Run(
                () =>
                {
                    input.Write(bytes);
                    input.Flush();
                },
                CancellationToken.None).WaitAsync(cancellationToken);
            await _answers.Reader.ReadAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or ChannelClosedException)
        {
            throw Failed($"ended{await DescribeExitAsync(cancellationToken)} before it had answered all requests");
        }
    }

    /// <summary>Tells the command that there are no more requests; what it writes now is an answer too many.</summary>
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended by itself after its last answer.
        }

        await Task.WhenAny(_answered, Task.Delay(EndTime, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (_answers.Reader.TryRead(out _))
        {
            throw Failed("wrote more lines than it got requests: expected one answer for each line");
        }

        if (_answered.IsCompleted && await DescribeExitAsync(cancellationToken) is { Length: > 0 } end && _process.ExitCode != 0)
        {
            throw Failed($"ended{end}");
        }
    }

    private async Task ReadAnswersAsync()
    {
        await OutputPump.RunAsync([_process.StandardOutput], _ => _answers.Writer.TryWrite(true), _readers.Token);
        _answers.Writer.TryComplete();
    }

    private async Task<string> DescribeExitAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_process.WaitForExitAsync(CancellationToken.None), Task.Delay(EndTime, cancellationToken));
        return _process.HasExited ? $" with exit code {_process.ExitCode}" : "";
    }

    private ModelOpsException Failed(string what) => new(
        ExitCode.CouldNotRun, EvaluationDiagnostics.CommandFailed.At($"The scoring command under gates.runtime ('{_request.Program}') {what}."));
}
