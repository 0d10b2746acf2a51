namespace ModelOps.Core.MlProject;

/// <summary>Type of a parameter of an entry point.</summary>
internal enum ParameterType
{
    /// <summary>Any text.</summary>
    String,

    /// <summary>A number.</summary>
    Float,

    /// <summary>A file or directory on this machine.</summary>
    Path,

    /// <summary>A URI.</summary>
    Uri,
}
