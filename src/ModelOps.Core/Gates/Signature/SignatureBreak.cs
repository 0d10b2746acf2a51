namespace ModelOps.Core.Gates.Signature;

/// <summary>A way in which callers of the champion cannot call the candidate, or cannot use its answer.</summary>
/// <param name="Place">Part of the signature and name, such as <c>inputs.age</c>; names are text from outside.</param>
/// <param name="Found">What the candidate has.</param>
/// <param name="Before">What the champion has.</param>
/// <param name="Problem">Why this breaks callers and what to do, in one sentence.</param>
internal sealed record SignatureBreak(string Place, string Found, string Before, string Problem);
