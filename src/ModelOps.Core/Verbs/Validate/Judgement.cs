using ModelOps.Core.Gates;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What came of running the gates.</summary>
/// <param name="Report">What the gates said.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Actual">What the files are that were judged; null when they could not be had.</param>
/// <param name="Files">The reports.</param>
internal sealed record Judgement(GateReport Report, ValidationVerdict Verdict, ContentIdentity? Actual, ReportFiles Files);
