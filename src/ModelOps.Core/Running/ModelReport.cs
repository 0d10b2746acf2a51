namespace ModelOps.Core.Running;

/// <summary>What came of one of several models.</summary>
/// <param name="Model">Its name in modelops.yml.</param>
/// <param name="Report">The report of its run, as a call for it alone has it; its findings name the model.</param>
public sealed record ModelReport(string Model, VerbReport Report);
