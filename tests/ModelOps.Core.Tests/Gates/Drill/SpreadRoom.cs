using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates.Drill;

/// <summary>The room of such a gate. Its section is this record's own: the key in <c>GatesSection</c> is what a fixture cannot add.</summary>
internal sealed class SpreadRoom(int least) : GateRoom(new SpreadGate(least))
{
    public const string Column = "region:bins(0,10)";

    public override IReadOnlyList<Mutant> Mutants { get; } =
        [new("flat-predictions", "spread", "every row got the same prediction", "predictions", (good, _, _) => Flatten(good))];

    public override EvidenceNeeds NeedsOf(GatesSection gates) => new() { Predictions = true, Slices = [Column], Cluster = "customer" };

    public override void CheckRules(GateRuleScope scope)
    {
        if (scope.Place.Find(Name) is { } place)
        {
            place.NotNegative("least", least);
            scope.Metrics.CheckName(place, "metric", "no_such_metric");
        }
    }

    private static GateCase? Flatten(GateCase good) =>
        good.Candidate.Predictions.Value is { } set ? good with { Candidate = good.Candidate with { Predictions = new(Baselines.Constant(set)) } } : null;
}
