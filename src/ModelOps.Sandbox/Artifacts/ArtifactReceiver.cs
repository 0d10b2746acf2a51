using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Writes the body of a request to a file as it arrives.</summary>
internal static class ArtifactReceiver
{
    /// <summary>Writes all of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where in the file the body starts.</param>
    /// <param name="cancellationToken">Ends it: the caller has gone.</param>
    /// <returns>Bytes written.</returns>
    public static async Task<long> WriteAsync(PipeReader body, SafeFileHandle file, long offset, CancellationToken cancellationToken)
    {
        var start = offset;
        var segments = new List<ReadOnlyMemory<byte>>();
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            Write(read.Buffer, segments, file, offset);
            offset += read.Buffer.Length;
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return offset - start;
            }
        }
    }

    // The system takes the bytes into its cache: going through another thread would cost more than it waits.
    private static void Write(in ReadOnlySequence<byte> buffer, List<ReadOnlyMemory<byte>> segments, SafeFileHandle file, long offset)
    {
        if (buffer.IsSingleSegment)
        {
            RandomAccess.Write(file, buffer.FirstSpan, offset);
            return;
        }

        segments.Clear();
        foreach (var segment in buffer)
        {
            segments.Add(segment);
        }

        RandomAccess.Write(file, segments, offset);
    }
}
