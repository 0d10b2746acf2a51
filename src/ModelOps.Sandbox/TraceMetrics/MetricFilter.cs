using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Search.Grammar;

namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>Filters of metrics, each one comparison. Source: mlflow/utils/search_utils.py.</summary>
internal static class MetricFilter
{
    private static readonly IReadOnlyList<string> OfTraces = ["status", "tag", "metadata"];

    private static readonly IReadOnlyList<string> OfSpans = ["name", "status", "type"];

    private static readonly IReadOnlyList<string> OfAssessments = ["name", "type"];

    /// <summary>A filter as SQL.</summary>
    /// <exception cref="MlflowFault">It says something else.</exception>
    public static string Read(SearchSql sql, string filter, MetricView view)
    {
        if (Statements.Read(filter) is not [var statement])
        {
            throw MlflowFault.Invalid($"Invalid filter '{filter}'. Could not be parsed.");
        }

        var others = statement.Where(piece => piece.Kind != PieceKind.Comparison).Select(piece => piece.Text).ToList();
        if (others.Count > 0 || statement.Count != 1 || statement[0].Parts.Count != 3)
        {
            throw MlflowFault.Invalid($"Invalid clause(s) in filter string: {string.Join(", ", others)}");
        }

        var (kind, entity, key) = Identify(statement[0].Parts[0].Text);
        if (statement[0].Parts[1].Text is not "=" and var comparator)
        {
            throw MlflowFault.Invalid($"Invalid comparator: '{comparator}', only '=' operator is supported");
        }

        var value = Values.Text(statement[0].Parts[2])
            ?? throw MlflowFault.Invalid($"Expected a quoted string value for {kind} (e.g. 'my-value'). Got value {statement[0].Parts[2].Text}");
        RequireView(kind, view);
        return Column(kind, entity) is { } column ? $"{column} = {sql.Parameter(value)}" : $"{Pairs(sql, entity, key)} AND e.value = {sql.Parameter(value)})";
    }

    private static (string Kind, string Entity, string? Key) Identify(string identifier)
    {
        var (kind, rest) = Keys.Split(identifier);
        if (kind is null)
        {
            throw MlflowFault.Invalid(
                $"Invalid identifier '{identifier}'. Columns should be specified as 'trace.<key>', 'span.<key>', 'assessment.<key>'.");
        }

        var valid = kind switch
        {
            "trace" => OfTraces,
            "span" => OfSpans,
            "assessment" => OfAssessments,
            _ => throw MlflowFault.Invalid($"Invalid view type '{kind}'. Valid values are dict_keys(['trace', 'span', 'assessment'])"),
        };
        var (first, last) = Keys.Split(rest);
        var (entity, key) = first is null ? (rest, (string?)null) : (first, Keys.Unquote(last));
        var takesKey = entity is "tag" or "metadata" && kind == "trace";
        return !valid.Contains(entity)
                ? throw MlflowFault.Invalid($"Invalid entity '{entity}' specified for view type '{kind}'. Valid entities are [{string.Join(", ", valid.Select(name => $"'{name}'"))}]")
            : takesKey && key is null ? throw MlflowFault.Invalid($"Filtering by {entity} requires a key, e.g. '{kind}.{entity}.<key> = <value>'")
            : !takesKey && key is not null ? throw MlflowFault.Invalid($"Filtering by {entity} does not require a key, use '{kind}.{entity}' instead")
            : (kind, entity, key);
    }

    private static void RequireView(string kind, MetricView view)
    {
        var needed = kind == "span" ? "SPANS" : kind == "assessment" ? "ASSESSMENTS" : view.Name;
        if (needed != view.Name)
        {
            throw MlflowFault.Invalid($"Filtering by {kind} is only supported for {needed} view type, got {view.Name}");
        }
    }

    private static string? Column(string kind, string entity) => (kind, entity) switch
    {
        ("trace", "status") => "i.status",
        ("span", "name") => "s.name",
        ("span", "status") => "s.status",
        ("span", "type") => "s.type",
        ("assessment", "name") => "a.name",
        ("assessment", "type") => "a.assessment_type",
        _ => null,
    };

    private static string Pairs(SearchSql sql, string entity, string? key) =>
        $"EXISTS (SELECT 1 FROM {(entity == "tag" ? "trace_tags" : "trace_request_metadata")} e WHERE e.request_id = i.request_id AND e.key = {sql.Parameter(key)}";
}
