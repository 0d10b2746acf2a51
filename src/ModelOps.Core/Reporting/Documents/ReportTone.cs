namespace ModelOps.Core.Reporting.Documents;

/// <summary>How good something is, for a colour or a sign beside its words.</summary>
internal enum ReportTone
{
    /// <summary>Nothing is judged.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not as it should be.</summary>
    Bad,

    /// <summary>Nobody knows yet.</summary>
    Unsure,

    /// <summary>It could not be judged.</summary>
    Broken,
}
