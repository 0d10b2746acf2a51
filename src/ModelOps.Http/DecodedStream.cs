using ModelOps.Abstractions.IO;

namespace ModelOps.Http;

/// <summary>A body that is decompressed while it is read. Damage is a failure of the connection, as a break of it is.</summary>
/// <param name="decoder">Decompresses.</param>
internal sealed class DecodedStream(Stream decoder) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await decoder.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException)
        {
            throw new IOException("The compressed body of the answer is damaged", damage);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder.Dispose();
        }

        base.Dispose(disposing);
    }
}
