namespace ModelOps.Core.Models.Signature;

/// <summary>Types of single values; the names are MLflow's, in lower case.</summary>
internal enum ScalarKind
{
    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>Whole number of 32 bits.</summary>
    Integer,

    /// <summary>Whole number of 64 bits.</summary>
    Long,

    /// <summary>Floating point of 32 bits.</summary>
    Float,

    /// <summary>Floating point of 64 bits.</summary>
    Double,

    /// <summary>Text.</summary>
    String,

    /// <summary>Bytes; base64 text in JSON.</summary>
    Binary,

    /// <summary>Date and time; ISO 8601 text in JSON.</summary>
    Datetime,
}
