using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace ModelOps.Sandbox.Traces;

/// <summary>Says whether a file is JSON, however long it is: only its longest value is in memory.</summary>
internal static class JsonFile
{
    private const int First = 1 << 16;
    private const int Longest = 64 * 1024 * 1024;

    /// <summary>Reads through a file.</summary>
    public static bool IsJson(SafeFileHandle file)
    {
        var buffer = new byte[First];
        var state = default(JsonReaderState);
        var (position, kept) = (0L, 0);
        while (true)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(kept), position);
            position += read;
            var filled = kept + read;
            var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), isFinalBlock: read == 0, state);
            try
            {
                while (reader.Read())
                {
                }
            }
            catch (JsonException)
            {
                return false;
            }

            if (read == 0)
            {
                return true;
            }

            state = reader.CurrentState;
            var consumed = (int)reader.BytesConsumed;
            kept = filled - consumed;
            buffer.AsSpan(consumed, kept).CopyTo(buffer);
            if (kept == buffer.Length)
            {
                if (buffer.Length >= Longest)
                {
                    return false;
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }
}
