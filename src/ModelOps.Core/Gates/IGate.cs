namespace ModelOps.Core.Gates;

/// <summary>A rule that can block. Judges evidence that others have gathered, changes nothing, and says the same each time.</summary>
internal interface IGate
{
    /// <summary>Name, as the key under <c>gates</c> of modelops.yml.</summary>
    string Name { get; }

    /// <summary>Whether predictions and metrics are all that it judges, so that it says the same wherever they are the same.</summary>
    bool JudgesEvaluationOnly => false;

    /// <summary>Judges a case.</summary>
    /// <returns>At least one check: a gate that is switched off or cannot run says so.</returns>
    GateReport Judge(GateCase subject, CancellationToken cancellationToken);
}
