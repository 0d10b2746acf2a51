namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of model directories as content, and of packages (MOP15xx).</summary>
public static class PackagingDiagnostics
{
    /// <summary>A link, pipe, socket or device.</summary>
    public static readonly DiagnosticDescriptor NotRegular = new(
        "MOP1501", Severity.Error, "Not a regular file",
        "A model directory holds a link, pipe, socket or device. A link can lead outside the directory and change its target, so that a digest means nothing.",
        "Replace the link by a copy of its target, or move it out of the model directory.");

    /// <summary>A name that is not safe everywhere.</summary>
    public static readonly DiagnosticDescriptor UnsafeName = new(
        "MOP1502", Severity.Error, "Unsafe path",
        "The path of a model file could mean another file, or a device, to some reader or on some system; MLflow's server or Windows refuses it; or it belongs to git.",
        "Rename the file; the message says what is wrong with its path.");

    /// <summary>Two names that are one on some system.</summary>
    public static readonly DiagnosticDescriptor NameCollision = new(
        "MOP1503", Severity.Error, "Paths collide",
        "Two files of a model have paths that are the same where case does not count, as on Windows and macOS.",
        "Rename one of them.");

    /// <summary>A directory without MLmodel.</summary>
    public static readonly DiagnosticDescriptor NotAModel = new(
        "MOP1504", Severity.Error, "Not a model directory",
        "The directory has no file MLmodel, so it is not an MLflow model.",
        "Name the directory that holds MLmodel.");

    /// <summary>A file that was written to while it was read.</summary>
    public static readonly DiagnosticDescriptor FileChanged = new(
        "MOP1505", Severity.Error, "File changed while it was read",
        "A model file changed its length between the moment it was listed and the moment it was read.",
        "Wait until whatever writes the model has ended, then run the same command again.");

    /// <summary>A package that would contain itself.</summary>
    public static readonly DiagnosticDescriptor OutputInside = new(
        "MOP1506", Severity.Error, "Package inside the model directory",
        "The package would be written into the directory that it packs, and be part of the next one.",
        "Name a file outside the model directory with --output.");

    /// <summary>A file that is not exactly what the packager writes.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        "MOP1507", Severity.Error, "Not a package",
        "The file is not an archive exactly as the packager writes it: it is damaged, was packed by another program, or was changed afterwards.",
        "Make the package again from the model directory, or fetch it again.");

    /// <summary>A package of a later format.</summary>
    public static readonly DiagnosticDescriptor NewerFormat = new(
        "MOP1508", Severity.Error, "Package format not supported",
        "The package has a format version that this release of the toolkit does not know.",
        "Update the toolkit to the release that made the package, or a later one.");

    /// <summary>Content that is not what the manifest says.</summary>
    public static readonly DiagnosticDescriptor ContentMismatch = new(
        "MOP1509", Severity.Error, "Content differs from the manifest",
        "The bytes of a file in the package, or the digest of all files, are not what the manifest says: the package was changed after it was made.",
        "Do not use the package. Make it again from the model directory, or fetch it again.");

    /// <summary>A manifest beyond the limit.</summary>
    public static readonly DiagnosticDescriptor TooManyFiles = new(
        "MOP1510", Severity.Error, "Too many files",
        "The model has so many files, or such long paths, that their list is larger than a package may carry.",
        "Put the small files of the model into an archive of their own.");

    /// <summary>A pointer in the place of a file.</summary>
    public static readonly DiagnosticDescriptor NotFetched = new(
        "MOP1511", Severity.Error, "Pointer instead of content",
        "A small text of Git LFS, DVC or git-annex stands where a file of the model should be: the checkout did not fetch the files themselves. Such a model can be registered, and not loaded.",
        "Fetch the files before: lfs: true for actions/checkout, git lfs pull, dvc pull, git annex get.");

    /// <summary>Something that is no part of a model.</summary>
    public static readonly DiagnosticDescriptor LeftOut = new(
        "MOP1512", Severity.Info, "Left out of the model",
        "__pycache__, *.pyc and .DS_Store lie in the model directory. Python and macOS make them anew, so they are not packed: the digest is the same with and without them.",
        "Nothing. Python that is to be shipped belongs into the model as its source.");
}
