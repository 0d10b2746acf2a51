namespace ModelOps.Core.Gates.Champion;

/// <summary>What is done with a version that passed and was compared with nothing, where there is a champion.</summary>
public enum NotComparedPolicy
{
    /// <summary>A person decides.</summary>
    Ask,

    /// <summary>It may become champion.</summary>
    Allow,
}
