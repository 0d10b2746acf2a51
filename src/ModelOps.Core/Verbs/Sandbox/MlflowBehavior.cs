using System.Text.Json.Serialization;

namespace ModelOps.Core.Verbs.Sandbox;

/// <summary>MLflow version whose behaviour a sandbox shows.</summary>
public enum MlflowBehavior
{
    /// <summary>MLflow 3.11.</summary>
    [JsonStringEnumMemberName("3.11")]
    Version311,

    /// <summary>MLflow 2.22.</summary>
    [JsonStringEnumMemberName("2.22")]
    Version222,
}
