namespace ModelOps.Core.Gates;

/// <summary>What gates ask for: nothing else is gathered. Of what there is one of a kind, the first gate that asks says which.</summary>
internal sealed record EvidenceNeeds
{
    /// <summary>The needs of a gate that judges what is known of every candidate.</summary>
    public static EvidenceNeeds Nothing { get; } = new();

    /// <summary>Predictions on held-out rows.</summary>
    public bool Predictions { get; init; }

    /// <summary>Predictions for a comparison alone: a model that makes none is compared with nothing.</summary>
    public bool Comparison { get; init; }

    /// <summary>Metrics that the team's command writes.</summary>
    public bool FileMetrics { get; init; }

    /// <summary>Metrics of the version's run.</summary>
    public bool RunMetrics { get; init; }

    /// <summary>Columns of the predictions to slice by, as modelops.yml has them.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Column of the predictions that names rows which belong together.</summary>
    public string? Cluster { get; init; }

    /// <summary>File of predictions that stand in for those of a champion while there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Path of the model card.</summary>
    public string? ModelCard { get; init; }

    /// <summary>Profiles of inputs.</summary>
    public ProfileNeed? Profiles { get; init; }

    /// <summary>A measurement of how fast the model loads and answers.</summary>
    public ScoringNeed? Scoring { get; init; }

    /// <summary>Whether the evaluation has to be done at all.</summary>
    public bool Evaluation => Predictions || FileMetrics || Comparison;

    /// <summary>Files that a verdict rests on, as modelops.yml has their paths.</summary>
    public IEnumerable<string> Files =>
        new[] { Baseline, ModelCard, Profiles?.Inputs, Profiles?.Reference, Scoring?.Requests }.OfType<string>();

    /// <summary>The needs of all gates.</summary>
    /// <param name="gates">The section <c>gates</c> of a model.</param>
    public static EvidenceNeeds Of(GatesSection gates) => Of(GateRooms.All, gates);

    /// <summary>The needs of some gates.</summary>
    /// <param name="rooms">The gates.</param>
    /// <param name="gates">The section <c>gates</c> of a model.</param>
    public static EvidenceNeeds Of(IEnumerable<GateRoom> rooms, GatesSection gates) =>
        rooms.Select(room => room.NeedsOf(gates)).Aggregate(Nothing, (all, one) => all.And(one));

    /// <summary>What is left of the needs of a model that has an evaluation, or none.</summary>
    public EvidenceNeeds For(bool hasEvaluation) => this with { Predictions = Predictions || (Comparison && hasEvaluation), Comparison = false };

    /// <summary>Gates that judge predictions, or metrics that come with them, as modelops.yml calls them.</summary>
    /// <param name="gates">The section <c>gates</c> of a model.</param>
    public static IReadOnlyList<string> GatesWithPredictions(GatesSection gates) =>
        [.. GateRooms.All.Where(room => room.NeedsOf(gates).Evaluation).Select(room => $"gates.{room.Name}")];

    private EvidenceNeeds And(EvidenceNeeds other) => new()
    {
        Predictions = Predictions || other.Predictions,
        Comparison = Comparison || other.Comparison,
        FileMetrics = FileMetrics || other.FileMetrics,
        RunMetrics = RunMetrics || other.RunMetrics,
        Slices = [.. Slices, .. other.Slices],
        Cluster = Cluster ?? other.Cluster,
        Baseline = Baseline ?? other.Baseline,
        ModelCard = ModelCard ?? other.ModelCard,
        Profiles = Profiles ?? other.Profiles,
        Scoring = Scoring ?? other.Scoring,
    };
}
