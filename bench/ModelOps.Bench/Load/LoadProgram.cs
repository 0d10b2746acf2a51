using System.Diagnostics;
using System.Globalization;

namespace ModelOps.Bench.Load;

/// <summary>The load generator: one measurement of any MLflow server a call, its figures on one line for bench/run.sh.</summary>
internal static class LoadProgram
{
    /// <summary>Runs one measurement.</summary>
    /// <param name="uri">The server.</param>
    /// <param name="mark">Tells the things of one benchmark from others on the same server.</param>
    /// <param name="arguments">The measurement and what it needs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(Uri uri, string mark, string[] arguments, CancellationToken cancellationToken)
    {
        using var server = new LoadServer(uri);
        var catalog = new BenchCatalog(server, mark);
        var line = arguments switch
        {
            ["await"] => await server.WaitAsync(cancellationToken),
            ["memory"] => Text(ServerMemory.Of(uri).ResidentMiB()),
            ["prepare", var versions] => Text(await catalog.PrepareAsync(Number(versions), cancellationToken)),
            ["alias", var seconds] => await MeasureAsync(server, seconds, (_, _) => catalog.GetByAlias(), cancellationToken),
            ["create", var seconds] => await MeasureAsync(server, seconds, (connection, _) => catalog.CreateVersion(connection), cancellationToken),
            ["page", var seconds] => await MeasureAsync(server, seconds, (_, _) => catalog.SearchPage(), cancellationToken),
            ["name", var seconds] => await MeasureAsync(server, seconds, (_, number) => catalog.SearchName(number), cancellationToken),
            ["batch", var seconds] => await MeasureAsync(server, seconds, await catalog.LogBatchAsync(cancellationToken), cancellationToken),
            ["call", var call, var seconds] => await MeasureAsync(server, seconds, (_, _) => server.Get(call), cancellationToken),
            ["upload", var file] => await new ArtifactTransfer(server, mark).UploadAsync(file, cancellationToken),
            ["download"] => await new ArtifactTransfer(server, mark).DownloadAsync(cancellationToken),
            ["files", var directory] => Text(await SmallFiles.UploadAsync(uri, mark, directory, cancellationToken)),
            _ => throw new ArgumentException($"There is no measurement '{string.Join(' ', arguments)}'."),
        };
        Console.WriteLine(line);
    }

    /// <summary>A figure as awk reads it.</summary>
    public static string Text(double figure) => figure.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Seconds since a timestamp of the stopwatch.</summary>
    public static double Seconds(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;

    private static async Task<string> MeasureAsync(
        LoadServer server, string seconds, Func<int, int, HttpRequestMessage> request, CancellationToken cancellationToken) =>
        (await new LoadRun(server, request).RunAsync(TimeSpan.FromSeconds(Number(seconds)), cancellationToken)).ToString();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
