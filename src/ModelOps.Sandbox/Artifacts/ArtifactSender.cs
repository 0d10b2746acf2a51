using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;
using ModelOps.Abstractions.IO;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Answers with a file, read as fast as the caller takes it.</summary>
internal static class ArtifactSender
{
    private const int BufferSize = 1 << 16;

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~");

    /// <summary>Opens a file; null when there is none.</summary>
    /// <param name="file">Its path on the disk.</param>
    /// <exception cref="IOException">The path is a directory, a pipe or a device.</exception>
    public static SafeFileHandle? Open(string file)
    {
        var found = new FileInfo(file);
        if (!found.Exists && !Directory.Exists(file))
        {
            return null;
        }

        if (!found.Exists || SpecialFile.Describe(file, found.Length) is not null)
        {
            throw new IOException($"'{file}' is no file.");
        }

        try
        {
            return File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Sends a file as an attachment, so that no browser shows it as a page of this server.</summary>
    public static async Task SendAsync(HttpContext http, SafeFileHandle file, string name)
    {
        var length = RandomAccess.GetLength(file);
        http.Response.ContentType = MediaTypes.Guess(name);
        http.Response.ContentLength = length;
        http.Response.Headers.ContentDisposition = Disposition(name);
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        var body = http.Response.BodyWriter;
        for (long position = 0; position < length;)
        {
            var buffer = body.GetMemory(BufferSize);
            var read = RandomAccess.Read(file, buffer.Span[..(int)Math.Min(buffer.Length, length - position)], position);
            if (read == 0)
            {
                http.Abort();
                return;
            }

            position += read;
            body.Advance(read);
            var flushed = await body.FlushAsync(http.RequestAborted);
            if (flushed.IsCompleted)
            {
                return;
            }
        }
    }

    private static string Disposition(string name)
    {
        if (!name.AsSpan().ContainsAnyExcept(Plain))
        {
            return $"attachment; filename={name}";
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }
}
