using System.Runtime.ExceptionServices;

namespace ModelOps.Core.Processes;

/// <summary>Reads the output of a program as lines, one at a time, however long a line is and however many there are.</summary>
internal static class OutputPump
{
    /// <summary>Characters of a line that are handed on; the rest of it is dropped.</summary>
    public const int MaxLine = 8 * 1024;

    private const string CutMark = " …";

    /// <summary>Reads until all streams end, or the token says that nobody waits any longer.</summary>
    /// <remarks>Where a line cannot be handed on, reading goes on all the same: the program would wait for ever with its output.</remarks>
    public static async Task RunAsync(IReadOnlyList<TextReader> streams, Action<string> onLine, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        ExceptionDispatchInfo? failure = null;
        await Task.WhenAll(streams.Select(stream => Task.Run(() => ReadAsync(stream, Hand, cancellationToken), CancellationToken.None)));
        failure?.Throw();

        void Hand(string line)
        {
            lock (gate)
            {
                try
                {
                    if (failure is null)
                    {
                        onLine(line);
                    }
                }
                catch (Exception thrown)
                {
                    failure = ExceptionDispatchInfo.Capture(thrown);
                }
            }
        }
    }

    private static async Task ReadAsync(TextReader stream, Action<string> onLine, CancellationToken cancellationToken)
    {
        var lines = new LineAssembler(MaxLine, CutMark, onLine);
        var buffer = new char[4096];
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                lines.Add(buffer.AsSpan(0, count));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            // The program is gone; what it wrote so far counts.
        }

        lines.Complete();
    }
}
