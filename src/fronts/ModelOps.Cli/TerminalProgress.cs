using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Hosting;
using Spectre.Console;

namespace ModelOps.Cli;

/// <summary>
/// Bars on a terminal while work is under way; gone when the last piece of work ends, so that findings are not drawn over.
/// </summary>
internal sealed class TerminalProgress(TextWriter error) : IProgressSink
{
    // Less than this is over before a bar is read.
    private const long MinBytes = 8 * 1024 * 1024;

    private readonly Lock _gate = new();
    private ProgressDisplay? _display;
    private int _active;

    public IProgressTask Start(string description, long totalBytes)
    {
        if (totalBytes < MinBytes)
        {
            return SilentProgress.Instance;
        }

        lock (_gate)
        {
            _active++;
            _display ??= new(error);
            return new Bar(this, _display.Add(LogText.Clean(description), totalBytes));
        }
    }

    public void Note(string line)
    {
        lock (_gate)
        {
            if (_display is { } display)
            {
                display.Say(LogText.Clean(line));
            }
            else
            {
                error.WriteLine($"modelops: {LogText.Clean(line)}");
            }
        }
    }

    private void End(ProgressTask task)
    {
        lock (_gate)
        {
            task.StopTask();
            if (--_active == 0)
            {
                _display!.Close();
                _display = null;
            }
        }
    }

    private sealed class Bar(TerminalProgress owner, ProgressTask task) : IProgressTask
    {
        private int _ended;

        public void Advance(long bytes) => task.Increment(bytes);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                owner.End(task);
            }
        }
    }
}
