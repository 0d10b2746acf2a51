namespace ModelOps.Mlflow;

/// <summary>Opens a stream at an offset.</summary>
internal static class StreamPart
{
    private const int PieceBytes = 128 * 1024;

    /// <summary>Opens content and goes to an offset, by reading where the stream cannot seek.</summary>
    public static async Task<Stream> OpenAsync(Func<CancellationToken, Task<Stream>> open, long start, CancellationToken cancellationToken)
    {
        var stream = await open(cancellationToken);
        try
        {
            if (stream.CanSeek)
            {
                stream.Seek(start, SeekOrigin.Current);
                return stream;
            }

            var piece = new byte[PieceBytes];
            for (var left = start; left > 0;)
            {
                var wanted = (int)Math.Min(left, piece.Length);
                await stream.ReadExactlyAsync(piece.AsMemory(0, wanted), cancellationToken);
                left -= wanted;
            }

            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }
}
