namespace ModelOps.Core.Checks;

/// <summary>How bad the findings of a rule are, where modelops.yml says it.</summary>
public enum RuleSeverity
{
    /// <summary>They are not reported.</summary>
    Off,

    /// <summary>They are shown, and do not fail the check.</summary>
    Warning,

    /// <summary>They fail the check.</summary>
    Error,
}
