using Cake.Core.Annotations;

namespace Cake.ModelOps;

/// <summary>Takes MLflow models from a directory to production with the verbs of the ModelOps Toolkit.</summary>
[CakeAliasCategory("ModelOps")]
public static partial class ModelOpsAliases
{
}
