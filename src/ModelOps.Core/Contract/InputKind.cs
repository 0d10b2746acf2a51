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

    /// <summary>A directory that the verb writes; resolved against the working directory.</summary>
    OutputDirectory,

    /// <summary>
    /// A model, by where it is: a directory or a package, which must exist and is resolved against the working directory, or a reference
    /// <c>runs:/…</c> or <c>models:/…</c>, which stays as it is.
    /// </summary>
    Model,
}
