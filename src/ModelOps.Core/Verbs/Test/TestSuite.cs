namespace ModelOps.Core.Verbs.Test;

/// <summary>Which suites of a model are run.</summary>
public enum TestSuite
{
    /// <summary>Unit tests, then integration tests.</summary>
    All,

    /// <summary>Tests that need no catalog.</summary>
    Unit,

    /// <summary>Tests that get an ephemeral catalog.</summary>
    Integration,
}
