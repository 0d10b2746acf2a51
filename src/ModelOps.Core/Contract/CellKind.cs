namespace ModelOps.Core.Contract;

/// <summary>What the cells of a column are, which decides how people see them.</summary>
internal enum CellKind
{
    /// <summary>Words, which may go on in a next line.</summary>
    Text,

    /// <summary>A number or a choice, which stays on one line.</summary>
    Word,

    /// <summary>A point in time: how long ago, on a terminal.</summary>
    Time,
}
