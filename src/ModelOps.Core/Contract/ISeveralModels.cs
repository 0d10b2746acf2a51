namespace ModelOps.Core.Contract;

/// <summary>Inputs of verbs that one call can run for several models of modelops.yml.</summary>
public interface ISeveralModels
{
    /// <summary>Every model of modelops.yml.</summary>
    bool All { get; }

    /// <summary>The models that differ from the base.</summary>
    bool Changed { get; }

    /// <summary>Commit or branch to compare with; null for what the build host says.</summary>
    string? Base { get; }
}
