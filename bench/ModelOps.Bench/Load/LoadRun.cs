using System.Diagnostics;

namespace ModelOps.Bench.Load;

/// <summary>As many requests as a server answers in a time, each connection sending its next one when it has the answer.</summary>
/// <param name="server">The server.</param>
/// <param name="request">Makes the request with this number on this connection, both from 0.</param>
internal sealed class LoadRun(LoadServer server, Func<int, int, HttpRequestMessage> request)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly List<long>[] _latencies = [.. Enumerable.Range(0, LoadServer.Connections).Select(_ => new List<long>(100_000))];
    private int _errors;

    /// <summary>Loads the server.</summary>
    /// <param name="duration">How long, after a second that does not count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LoadResult> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, LoadServer.Connections).Select(
            connection => Task.Run(() => RunOneAsync(connection, start, duration, cancellationToken), cancellationToken)));
        long[] all = [.. _latencies.SelectMany(latencies => latencies)];
        Array.Sort(all);
        return new(all.Length / duration.TotalSeconds, At(all, 0.5), At(all, 0.99), _errors);
    }

    private static double At(long[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Stopwatch.GetElapsedTime(0, sorted[(int)((sorted.Length - 1) * share)]).TotalMilliseconds;

    private async Task RunOneAsync(int connection, long start, TimeSpan duration, CancellationToken cancellationToken)
    {
        for (var number = 0; ; number++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var message = request(connection, number);
            using var response = await server.SendAsync(message, cancellationToken);
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            var answered = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(start, answered) > WarmUp + duration)
            {
                return;
            }

            if (!response.IsSuccessStatusCode)
            {
                if (Interlocked.Increment(ref _errors) == 1)
                {
                    await Console.Error.WriteLineAsync($"{message.RequestUri}: {(int)response.StatusCode}");
                }
            }
            else if (Stopwatch.GetElapsedTime(start, answered) > WarmUp)
            {
                _latencies[connection].Add(answered - sent);
            }
        }
    }
}
