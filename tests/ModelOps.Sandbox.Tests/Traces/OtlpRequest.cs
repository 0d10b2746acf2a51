using System.Globalization;

namespace ModelOps.Sandbox.Tests.Traces;

/// <summary>Requests of the OpenTelemetry endpoint.</summary>
internal static class OtlpRequest
{
    private const ulong Start = 1_735_689_700_000_000_000;

    /// <summary>A request with spans.</summary>
    public static byte[] Of(params IEnumerable<ProtoWriter> spans)
    {
        var scope = new ProtoWriter();
        foreach (var span in spans)
        {
            scope.Message(2, span);
        }

        return new ProtoWriter().Message(1, new ProtoWriter().Message(2, scope)).ToArray();
    }

    /// <summary>A span of one second.</summary>
    /// <param name="trace">Number of the trace.</param>
    /// <param name="span">Number of the span.</param>
    /// <param name="parent">Number of the span that it is part of; 0 for a root.</param>
    /// <param name="attributes">Attributes that are text.</param>
    public static ProtoWriter Span(int trace, int span, int parent = 0, params IEnumerable<(string Key, string Value)> attributes)
    {
        var message = new ProtoWriter()
            .Bytes(1, Convert.FromHexString(trace.ToString("x32", CultureInfo.InvariantCulture)))
            .Bytes(2, Convert.FromHexString(span.ToString("x16", CultureInfo.InvariantCulture)));
        if (parent > 0)
        {
            message.Bytes(4, Convert.FromHexString(parent.ToString("x16", CultureInfo.InvariantCulture)));
        }

        message.Text(5, FormattableString.Invariant($"span {span}")).Fixed(7, Start).Fixed(8, Start + 1_000_000_000);
        foreach (var (key, value) in attributes)
        {
            message.Message(9, new ProtoWriter().Text(1, key).Message(2, new ProtoWriter().Text(1, value)));
        }

        return message;
    }

    /// <summary>Identity of a trace.</summary>
    public static string Id(int trace) => FormattableString.Invariant($"tr-{trace:x32}");
}
