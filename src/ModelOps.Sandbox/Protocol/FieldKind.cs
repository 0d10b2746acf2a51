namespace ModelOps.Sandbox.Protocol;

/// <summary>Type of a field in a protocol buffer message.</summary>
internal enum FieldKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Text, or a number taken for one; a text in the place of a list is the list of its characters. What Python makes of JSON without a message.</summary>
    LooseText,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A number with fraction.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of a list of names, also given by its number.</summary>
    Choice,

    /// <summary>Another message.</summary>
    Message,

    /// <summary>Texts by keys.</summary>
    Map,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>A point in time, as text of RFC 3339; read as epoch milliseconds.</summary>
    Time,

    /// <summary>A span of time, as seconds with an <c>s</c>; read as milliseconds.</summary>
    Duration,

    /// <summary>Names of fields with commas between.</summary>
    Mask,
}
