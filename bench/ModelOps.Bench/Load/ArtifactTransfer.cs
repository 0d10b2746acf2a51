using System.Diagnostics;

namespace ModelOps.Bench.Load;

/// <summary>One large file up to a server and down again.</summary>
/// <param name="server">The server.</param>
/// <param name="mark">Directory of the file.</param>
internal sealed class ArtifactTransfer(LoadServer server, string mark)
{
    private const int Buffer = 1 << 20;

    private string Target => $"{mark}/weights.bin";

    /// <summary>Sends a file.</summary>
    /// <returns>Seconds, and the server's most memory in MiB.</returns>
    public Task<string> UploadAsync(string file, CancellationToken cancellationToken) => MeasureAsync(async () =>
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.Asynchronous);
        using var request = server.Artifact(HttpMethod.Put, Target);
        request.Content = new StreamContent(source, Buffer);
        using var response = await server.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null, cancellationToken);
    });

    /// <summary>Reads the file, and keeps none of it.</summary>
    /// <returns>Seconds, and the server's most memory in MiB.</returns>
    public Task<string> DownloadAsync(CancellationToken cancellationToken) => MeasureAsync(async () =>
    {
        using var request = server.Artifact(HttpMethod.Get, Target);
        using var response = await server.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await body.CopyToAsync(Stream.Null, Buffer, cancellationToken);
    });

    private async Task<string> MeasureAsync(Func<Task> transfer)
    {
        var memory = server.Memory;
        var start = Stopwatch.GetTimestamp();
        var seconds = 0.0;
        var peak = await memory.PeakDuringAsync(Task.Run(async () =>
        {
            await transfer();
            seconds = LoadProgram.Seconds(start);
        }));
        return $"{LoadProgram.Text(seconds)} {LoadProgram.Text(peak)}";
    }
}
