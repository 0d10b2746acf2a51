using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>The promotion that follows a verdict: to the environment after; in the last one, from challenger to champion.</summary>
/// <param name="candidate">What was judged.</param>
/// <param name="settings">The call.</param>
/// <param name="context">The verb's context.</param>
internal sealed class NextPromotion(Candidate candidate, ValidateSettings settings, VerbContext context)
{
    private AliasName ChampionAlias => candidate.Section.Gates.Champion.Alias;

    /// <summary>Words of the call; null where none follows, or the branch, or a person who has to decide first, would refuse it.</summary>
    /// <param name="decision">What the validation came to.</param>
    public IReadOnlyList<string>? After(Decision decision)
    {
        var environments = context.Configuration.Environments.Keys.ToList();
        var at = environments.IndexOf(candidate.Environment.Name);
        if (at < 0 || settings.DryRun || candidate.Version is not { } version || decision is not (Decision.Promote or Decision.Undecided))
        {
            return null;
        }

        var isLast = at == environments.Count - 1;
        var to = environments[isLast ? at : at + 1];
        var (byPolicy, refusal) = BranchPolicy.Judge(context.Configuration, candidate.Build, to);
        var alias = isLast ? ChampionAlias : byPolicy;
        if (refusal is not null || (isLast && settings.Alias == alias) || (decision == Decision.Undecided && IsForAPerson(to, alias)))
        {
            return null;
        }

        return
        [
            "promote",
            to,
            .. isLast ? ["--from", to] : Array.Empty<string>(),
            .. NextWords.Model(candidate.Section.Name, context),
            "--version",
            $"{version.Version}",
            .. alias == byPolicy ? Array.Empty<string>() : ["--alias", alias.Value],
        ];
    }

    // What was compared with nothing becomes champion where none is.
    private bool IsForAPerson(string to, AliasName alias) =>
        alias.IsChampions(ChampionAlias) && candidate.Section.Gates.Champion.NotCompared != NotComparedPolicy.Allow
        && !(candidate.ChampionPlace.Environment.Name == to && candidate.Champion is null);
}
