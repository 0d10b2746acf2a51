namespace ModelOps.Sandbox.Traces;

/// <summary>A trace with its spans.</summary>
/// <param name="Info">What is known of it.</param>
/// <param name="Spans">Texts of the spans.</param>
internal sealed record WholeTrace(TraceInfo Info, IReadOnlyList<string> Spans)
{
    /// <summary>Whether as many spans are there as the trace says that it has.</summary>
    public bool IsComplete
    {
        get
        {
            var stats = Info.Metadata?.FirstOrDefault(pair => pair.Key == TraceKeys.SizeStats)?.Value;
            return TokenCounts.Parse(stats).FirstOrDefault(pair => pair.Key == "num_spans").Value <= Spans.Count;
        }
    }
}
