namespace ModelOps.Core.Contract;

/// <summary>What the text of an input means beyond its type.</summary>
public enum InputKind
{
    /// <summary>Plain text or a value of the property's type.</summary>
    Value,

    /// <summary>A directory that must exist; resolved against the working directory.</summary>
    Directory,

    /// <summary>A file that must exist; resolved against the working directory.</summary>
    File,

    /// <summary>A file that the verb writes; resolved against the working directory.</summary>
    OutputFile,
}
