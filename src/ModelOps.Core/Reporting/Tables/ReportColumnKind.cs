namespace ModelOps.Core.Reporting.Tables;

/// <summary>What a column of a table holds.</summary>
internal enum ReportColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>What the row is about.</summary>
    Header,

    /// <summary>Numbers, to be read beside each other.</summary>
    Number,

    /// <summary>A word that has a tone.</summary>
    Status,

    /// <summary>A sentence about the row, too long to be read beside the other cells.</summary>
    Remark,

    /// <summary>A digest or the like, letter by letter.</summary>
    Code,
}
