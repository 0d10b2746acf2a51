using ModelOps.Core.Checks;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gates.Data;
using ModelOps.Core.Gates.Fairness;
using ModelOps.Core.Gates.Metadata;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Gates.Package;
using ModelOps.Core.Gates.Runtime;
using ModelOps.Core.Gates.Signature;
using ModelOps.Core.Gates.Slices;

namespace ModelOps.Core.Configuration;

/// <summary>Every type of modelops.yml that has keys, or that lists or maps are made of.</summary>
internal static class BoundTypes
{
    private static readonly Dictionary<Type, BoundType> All = new[]
    {
        BoundType.Section<BaselineSection>(),
        BoundType.Section<BranchSection>(),
        BoundType.Section<ChampionGateSection>(),
        BoundType.Section<CheckSection>(),
        BoundType.Section<DataGateSection>(),
        BoundType.Section<EnvironmentSection>(),
        BoundType.Section<EphemeralSection>(),
        BoundType.Section<EvaluationSection>(),
        BoundType.Section<FairnessGateSection>(),
        BoundType.Section<GatesSection>(),
        BoundType.Section<LedgerSection>(),
        BoundType.Section<MetadataGateSection>(),
        BoundType.Section<MetricGateSection>(),
        BoundType.Section<ModelSection>(),
        BoundType.Section<PackageGateSection>(),
        BoundType.Section<PredictionColumnsSection>(),
        BoundType.Section<PromotionSection>(),
        BoundType.Section<ReportSection>(),
        BoundType.Section<RuntimeGateSection>(),
        BoundType.Section<SecondaryMetricSection>(),
        BoundType.Section<SignatureGateSection>(),
        BoundType.Section<SliceGateSection>(),
        BoundType.Section<SliceRuleSection>(),
        BoundType.Section<StageSection>(),
        BoundType.Section<TestsSection>(),
        BoundType.Section<ToolkitConfiguration>(),
        BoundType.Section<TrainSection>(),
        BoundType.Section<VerifySection>(),
        BoundType.Section<WaiverSection>(),
        BoundType.Value<IReadOnlyDictionary<string, string>>(),
        BoundType.Value<RuleSeverity>(),
        BoundType.Value<string>(),
    }
    .ToDictionary(bound => bound.Type);

    /// <summary>How values of a type are made; null for a type that is one value.</summary>
    public static BoundType? Find(Type type) => All.GetValueOrDefault(type);
}
