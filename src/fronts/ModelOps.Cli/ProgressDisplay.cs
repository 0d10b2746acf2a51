using Spectre.Console;

namespace ModelOps.Cli;

/// <summary>One live area with bars, drawn by a task of its own until it is closed.</summary>
internal sealed class ProgressDisplay
{
    private readonly TaskCompletionSource<ProgressContext> _context = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IAnsiConsole _console;
    private readonly Task _drawing;

    public ProgressDisplay(TextWriter error)
    {
        _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error) });
        var progress = _console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(), new TransferSpeedColumn());
        _drawing = Task.Run(() => progress.StartAsync(async context =>
        {
            _context.SetResult(context);
            await _closed.Task;
        }));
    }

    public ProgressTask Add(string description, long totalBytes) =>
        _context.Task.GetAwaiter().GetResult().AddTask(Markup.Escape(description), maxValue: totalBytes);

    /// <summary>A line above the bars.</summary>
    public void Say(string line) => _console.WriteLine($"modelops: {line}");

    public void Close()
    {
        _closed.TrySetResult();
        _drawing.GetAwaiter().GetResult();
    }
}
