namespace ModelOps.Core.Hosting;

/// <summary>Reads answers where their absence is an answer, too.</summary>
internal static class GitAnswers
{
    /// <summary>The answer in words, also of a question that has none.</summary>
    public static string Say<T>(this GitAnswer<T> answer) => answer.Refusal?.Words ?? $"{answer.Value}";

    /// <summary>The value; null when there is none.</summary>
    public static T? OrNull<T>(this GitAnswer<T> answer)
        where T : class =>
        answer.Refusal is null ? answer.Value : null;
}
