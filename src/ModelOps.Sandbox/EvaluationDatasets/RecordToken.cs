using System.Globalization;
using System.Text;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Where a page of records starts: after a record, or after a number of them.</summary>
/// <param name="Time">When the record before was made, in epoch milliseconds.</param>
/// <param name="RecordId">The record before; null when there is none.</param>
/// <param name="Offset">Records before, where none is named.</param>
internal sealed record RecordToken(long Time, string? RecordId, long Offset)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a token; an empty one is the beginning.</summary>
    /// <exception cref="InvalidDataException">It is none: MLflow answers with its page for internal errors.</exception>
    public static RecordToken Parse(string token)
    {
        var parts = Decode(token)?.Split(':', 2);
        if (parts?.Length == 2 && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time))
        {
            return new(time, parts[1], Offset: 0);
        }

        return token.Length == 0 ? new(0, RecordId: null, Offset: 0)
            : long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? new(0, RecordId: null, offset)
            : throw new InvalidDataException("That is no page token.");
    }

    /// <inheritdoc />
    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Time}:{RecordId}")));

    private static string? Decode(string token)
    {
        var bytes = new byte[token.Length];
        try
        {
            return Convert.TryFromBase64String(token, bytes, out var length) ? StrictUtf8.GetString(bytes, 0, length) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
