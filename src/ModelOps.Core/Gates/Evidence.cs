namespace ModelOps.Core.Gates;

/// <summary>A piece of evidence, or the reason why it cannot be had.</summary>
/// <typeparam name="T">The evidence.</typeparam>
/// <param name="Value">The evidence; null when there is none.</param>
/// <param name="Problem">Why there is none, in one sentence; empty when nobody asked for it.</param>
internal sealed record Evidence<T>(T? Value, string Problem = "")
    where T : class
{
    /// <summary>Nobody asked for it.</summary>
    public static Evidence<T> None { get; } = new(Value: null);

    /// <summary>Why there is none.</summary>
    /// <param name="notAsked">What to say when nobody asked for it.</param>
    public string ProblemOr(string notAsked) => Problem.Length > 0 ? Problem : notAsked;

    /// <summary>It was asked for and cannot be had.</summary>
    public static Evidence<T> Unavailable(string problem) => new(Value: null, problem);
}
