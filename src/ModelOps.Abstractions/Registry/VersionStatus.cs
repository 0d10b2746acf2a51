namespace ModelOps.Abstractions.Registry;

/// <summary>State of a model version's registration.</summary>
public enum VersionStatus
{
    /// <summary>Registration is not done.</summary>
    Pending,

    /// <summary>Registration failed.</summary>
    Failed,

    /// <summary>The version can be used.</summary>
    Ready,
}
