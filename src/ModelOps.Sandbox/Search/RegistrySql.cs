using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search;

/// <summary>Conditions on tags in the registry as SQL, and the exclusion of prompts.</summary>
internal static class RegistrySql
{
    /// <summary>A condition on a tag.</summary>
    /// <param name="sql">Takes the parameters.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="tags">Start of the subquery of the tags of a row, a constant.</param>
    public static string OfTag(SearchSql sql, Condition condition, string tags) => Comparators.Text.Contains(condition.Operator)
        ? $"EXISTS ({tags} AND t.key = {sql.Parameter(condition.Key)} AND {sql.Compare("t.value", condition.Operator, condition.Value)})"
        : throw MlflowFault.Invalid($"Invalid comparator for tag: {condition.Operator}");

    /// <summary>Leaves prompts out.</summary>
    /// <param name="name">Column of the name, a constant.</param>
    /// <param name="tags">Table of the tags, a constant.</param>
    public static string ExceptPrompts(string name, string tags) =>
        $"{name} NOT IN (SELECT t.name FROM {tags} t WHERE t.workspace = 'default' AND t.key = 'mlflow.prompt.is_prompt' AND t.value = 'true')";

    /// <summary>Refuses a comparator that no attribute of text has.</summary>
    public static void RequireText(Condition condition, params ReadOnlySpan<string> more)
    {
        if (!Comparators.Text.Contains(condition.Operator) && !more.Contains(condition.Operator))
        {
            throw MlflowFault.Invalid($"Invalid comparator for attribute: {condition.Operator}");
        }
    }

    /// <summary>Conditions that remain when prompts are told apart otherwise.</summary>
    public static IEnumerable<Condition> WithoutPrompts(IReadOnlyList<Condition> conditions, bool asksForPrompts) =>
        conditions.Where(condition => asksForPrompts || !RegistryVocabulary.IsAboutPrompts(condition));
}
