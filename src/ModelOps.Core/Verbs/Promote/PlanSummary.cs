using ModelOps.Core.Reporting.Markdown;

namespace ModelOps.Core.Verbs.Promote;

/// <summary>What a dry run shows on the summary page of the build: the steps that a promotion would take.</summary>
internal static class PlanSummary
{
    /// <summary>The Markdown.</summary>
    public static string Of(PromoteResult plan) =>
        $"## Plan for {Escape(plan.Environment)}\n\n**{Escape(plan.Model.Value)}**\n\n{MarkdownHead.Items(Steps(plan).Select(Escape))}";

    private static IReadOnlyList<string> Steps(PromoteResult plan) => plan switch
    {
        { RolledBack: true } => [$"nothing: this content was rolled back in {plan.Environment}"],
        { Plan.Count: 0 } => [$"nothing: {plan.Uri} is {plan.Alias} already"],
        _ => plan.Plan,
    };

    private static string Escape(string text) => PlainMarkdown.Escape(text);
}
