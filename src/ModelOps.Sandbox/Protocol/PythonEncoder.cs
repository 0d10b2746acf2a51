using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Escapes text in JSON as Python's <c>json</c> does: what is no printable ASCII, the quote and the backslash, and nothing else.</summary>
internal sealed class PythonEncoder : JavaScriptEncoder
{
    private const int EscapedLength = 6;
    private const int Supplementary = 0x10000;
    private const string Plain =
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Plain);
    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create([.. Plain.Select(character => (byte)character)]);

    private PythonEncoder()
    {
    }

    public static PythonEncoder Instance { get; } = new();

    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => EscapedLength;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or > '~' or '"' or '\\';

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        new ReadOnlySpan<char>(text, textLength).IndexOfAnyExcept(PlainCharacters);

    /// <inheritdoc />
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => utf8Text.IndexOfAnyExcept(PlainBytes);

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        if (unicodeScalar < Supplementary)
        {
            return TryEscape((char)unicodeScalar, target, out numberOfCharactersWritten);
        }

        var pair = char.ConvertFromUtf32(unicodeScalar);
        numberOfCharactersWritten = 0;
        if (bufferLength < 2 * EscapedLength)
        {
            return false;
        }

        TryEscape(pair[0], target, out var first);
        TryEscape(pair[1], target[first..], out var second);
        numberOfCharactersWritten = first + second;
        return true;
    }

    /// <inheritdoc />
    /// <remarks>Tags of runs are often JSON themselves, with a quote every few characters: what is between is copied at once.</remarks>
    public override OperationStatus Encode(
        ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        charsConsumed = 0;
        charsWritten = 0;
        while (charsConsumed < source.Length)
        {
            var rest = source[charsConsumed..];
            var plain = rest.IndexOfAnyExcept(PlainCharacters);
            var length = plain < 0 ? rest.Length : plain;
            if (!rest[..length].TryCopyTo(destination[charsWritten..]))
            {
                return OperationStatus.DestinationTooSmall;
            }

            charsConsumed += length;
            charsWritten += length;
            if (plain < 0)
            {
                break;
            }

            if (!TryEscape(rest[plain], destination[charsWritten..], out var written))
            {
                return OperationStatus.DestinationTooSmall;
            }

            charsConsumed++;
            charsWritten += written;
        }

        return OperationStatus.Done;
    }

    // Half of a pair stands for itself, as in Python.
    private static bool TryEscape(char character, Span<char> target, out int written)
    {
        var shortForm = character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            _ => null,
        };
        return shortForm is null
            ? target.TryWrite(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}", out written)
            : target.TryWrite(CultureInfo.InvariantCulture, $"{shortForm}", out written);
    }
}
