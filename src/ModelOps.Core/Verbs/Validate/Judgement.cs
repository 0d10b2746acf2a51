using ModelOps.Core.Gates;
using ModelOps.Core.Packaging;
using ModelOps.Core.Recording;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What came of running the gates.</summary>
/// <param name="Report">What the gates said.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Actual">What the files are that were judged; null when they could not be had.</param>
/// <param name="Files">The reports.</param>
/// <param name="Record">What the ledger's run gets as metrics and parameters.</param>
internal sealed record Judgement(GateReport Report, ValidationVerdict Verdict, ContentIdentity? Actual, ReportFiles Files, RunRecord Record);
