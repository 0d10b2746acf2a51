using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>Conditions on assessments as SQL.</summary>
internal static class AssessmentFilterSql
{
    private static readonly IReadOnlyList<string> Allowed = ["=", "!=", "LIKE", "ILIKE", "RLIKE", "IS NULL", "IS NOT NULL"];

    private static readonly IReadOnlyList<string> OnlyEqual = ["="];

    /// <summary>A condition on feedback, expectations or references to issues.</summary>
    /// <exception cref="MlflowFault">The comparator does not go with them.</exception>
    public static string Of(SearchSql sql, Condition condition)
    {
        if (condition.Entity == EntityKind.Issue)
        {
            Require(condition, $"issue.{condition.Key}", OnlyEqual);
            return $"i.request_id IN (SELECT a.trace_id FROM assessments a WHERE a.assessment_type = 'issue' AND a.name = {sql.Parameter(condition.Value)})";
        }

        Require(condition, $"assessment.{condition.Key}", Allowed);
        var type = condition.Entity == EntityKind.Feedback ? "feedback" : "expectation";
        var rows = $"assessments a WHERE a.valid = 1 AND a.assessment_type = '{type}' AND a.name = {sql.Parameter(condition.Key)}";
        return condition.Operator switch
        {
            "IS NULL" => $"NOT {Has(rows, "")}",
            "IS NOT NULL" => Has(rows, ""),
            _ => Has(rows, $" AND {Compare(sql, condition)}"),
        };
    }

    // What is said of a whole session holds for all of its traces.
    private static string Has(string rows, string more) =>
        $"""
        (i.request_id IN (SELECT a.trace_id FROM {rows}{more})
            OR i.request_id IN (SELECT m.request_id FROM trace_request_metadata m WHERE m.key = 'mlflow.trace.session' AND m.value IN (
                SELECT json_extract(a.assessment_metadata, '$."mlflow.trace.session"') FROM {rows}{more}
                    AND a.assessment_metadata LIKE '%mlflow.trace.session%' AND json_valid(a.assessment_metadata))))
        """;

    // Values are JSON: text is found with its quotes and without.
    private static string Compare(SearchSql sql, Condition condition)
    {
        if (condition.Value is not string text || condition.Operator is not ("=" or "!="))
        {
            return Patterns.Compare(sql, "a.value", condition);
        }

        var values = $"({sql.Parameter(text)}, {sql.Parameter(PythonJson.Quote(text))})";
        return $"a.value {(condition.Operator == "=" ? "IN" : "NOT IN")} {values}";
    }

    private static void Require(Condition condition, string name, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(condition.Operator))
        {
            throw MlflowFault.Invalid($"{name} comparator '{condition.Comparator}' not one of '{Keys.SetText(allowed)}'");
        }
    }
}
