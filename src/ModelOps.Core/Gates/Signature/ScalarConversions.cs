using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>Which values MLflow takes for a type that is not theirs.</summary>
internal sealed class ScalarConversions
{
    private readonly HashSet<(ScalarKind From, ScalarKind To)> _pairs;

    private ScalarConversions(params (ScalarKind From, ScalarKind To)[] pairs) => _pairs = [.. pairs];

    /// <summary>
    /// Columns: mlflow.models.utils._enforce_mlflow_datatype. A long is no double there, since a double does not hold every long.
    /// </summary>
    public static ScalarConversions OfColumns { get; } = new(
        (ScalarKind.Integer, ScalarKind.Long), (ScalarKind.Integer, ScalarKind.Double), (ScalarKind.Float, ScalarKind.Double));

    /// <summary>Parameters: mlflow.models.utils._ALLOWED_CONVERSIONS_FOR_PARAMS.</summary>
    public static ScalarConversions OfParams { get; } = new(
        (ScalarKind.Integer, ScalarKind.Long), (ScalarKind.Integer, ScalarKind.Float), (ScalarKind.Integer, ScalarKind.Double),
        (ScalarKind.Long, ScalarKind.Float), (ScalarKind.Long, ScalarKind.Double), (ScalarKind.Float, ScalarKind.Double));

    /// <summary>None at all.</summary>
    public static ScalarConversions None { get; } = new();

    public bool Has(ScalarKind from, ScalarKind to) => _pairs.Contains((from, to));
}
