namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of the rules of <c>check</c>: what can be read and should not be released (MOP10xx).</summary>
public static class CheckDiagnostics
{
    /// <summary>No flavor.</summary>
    public static readonly DiagnosticDescriptor NoFlavor = new(
        "MOP1003", Severity.Error, "No flavor",
        "MLmodel lists no flavor, so nothing can load the model.",
        "Save the model with the log_model or save_model of its MLflow flavor.");

    /// <summary>No python_function flavor.</summary>
    public static readonly DiagnosticDescriptor NoPythonFunction = new(
        "MOP1004", Severity.Error, "No python_function flavor",
        "Scoring servers, batch inference and evaluation load models through the python_function flavor, which MLmodel does not list.",
        "Save the model with a flavor that adds python_function, or wrap it in mlflow.pyfunc.PythonModel.");

    /// <summary>No signature.</summary>
    public static readonly DiagnosticDescriptor NoSignature = new(
        "MOP1005", Severity.Error, "No signature",
        "Without a signature requests are not checked before they reach the model, and some registries refuse it.",
        "Give signature=mlflow.models.infer_signature(...) or input_example=... when the model is saved.");

    /// <summary>A signature with one side only.</summary>
    public static readonly DiagnosticDescriptor IncompleteSignature = new(
        "MOP1007", Severity.Error, "Signature without outputs",
        "The signature lacks outputs, or inputs. Consumers cannot tell what they get, and some registries refuse the model.",
        "Give both sides: infer_signature(inputs, model.predict(inputs)).");

    /// <summary>An example that the signature refuses.</summary>
    public static readonly DiagnosticDescriptor ExampleMisfit = new(
        "MOP1009", Severity.Error, "Input example does not fit the signature",
        "MLflow would refuse the model's own example: a required column is missing, or a type or shape is not the one of the signature.",
        "Correct the example or the signature, and save the model again.");

    /// <summary>A file that MLmodel names is not there.</summary>
    public static readonly DiagnosticDescriptor FileMissing = new(
        "MOP1010", Severity.Error, "Referenced file missing",
        "MLmodel or an environment file names a file or directory that is not in the model directory.",
        "Add the file, for example one that .gitignore or LFS left out, or save the model again.");

    /// <summary>A path out of the directory.</summary>
    public static readonly DiagnosticDescriptor PathLeaves = new(
        "MOP1011", Severity.Error, "Path leaves the model directory",
        "A path is absolute, has '..' parts or another form that some system reads as a place outside of the model directory.",
        "Use a plain relative path with '/' to a file in the model directory.");

    /// <summary>A link.</summary>
    public static readonly DiagnosticDescriptor Link = new(
        "MOP1012", Severity.Error, "Symbolic link in the model directory",
        "A link can show another file tomorrow, or one outside of the model; it is never followed.",
        "Replace the link by a copy of the file.");

    /// <summary>No environment file.</summary>
    public static readonly DiagnosticDescriptor EnvironmentMissing = new(
        "MOP1013", Severity.Error, "Environment file missing",
        "The model does not say which packages it needs, or names an environment file that is not there.",
        "Save the model again. --fix writes requirements.txt from the pip list of conda.yaml when only that file is missing.");

    /// <summary>Environment files that disagree.</summary>
    public static readonly DiagnosticDescriptor EnvironmentsDisagree = new(
        "MOP1015", Severity.Error, "Environment files disagree",
        "conda.yaml and requirements.txt or python_env.yaml ask for different packages or versions: the model behaves by the tool that installs it.",
        "Make the files say the same, or save the model again.");

    /// <summary>An environment other than the one the model was made in.</summary>
    public static readonly DiagnosticDescriptor VersionDisagrees = new(
        "MOP1016", Severity.Error, "Environment disagrees with MLmodel",
        "MLmodel records the versions that the model was made with, and the environment installs others.",
        "Pin the version that MLmodel records, or train and save again with the one that is pinned.");

    /// <summary>A dependency without a version.</summary>
    public static readonly DiagnosticDescriptor Unpinned = new(
        "MOP1017", Severity.Error, "Unpinned dependency",
        "A dependency has no version, so that tomorrow's installation differs from today's. A range is a warning.",
        "Pin it with ==, to the version that the model was tested with.");

    /// <summary>Anaconda's own channel.</summary>
    public static readonly DiagnosticDescriptor DefaultsChannel = new(
        "MOP1018", Severity.Error, "Anaconda defaults channel",
        "conda.yaml uses Anaconda's defaults channel, by name, by URL or by naming none. Its terms ask larger organisations for a licence.",
        "Use conda-forge. --fix does so when conda installs only python, pip, setuptools and wheel.");

    /// <summary>A channel that the configuration does not allow.</summary>
    public static readonly DiagnosticDescriptor ChannelRefused = new(
        "MOP1019", Severity.Error, "Channel not allowed",
        "conda.yaml names a channel that is not under check.channels in modelops.yml.",
        "Use an allowed channel, or allow this one in a reviewed change.");

    /// <summary>A model of an old MLflow.</summary>
    public static readonly DiagnosticDescriptor MlflowTooOld = new(
        "MOP1020", Severity.Error, "MLflow version too old",
        "The model was written by an MLflow older than check.min_mlflow in modelops.yml.",
        "Save the model again with a newer MLflow.");

    /// <summary>A model over the limit.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "MOP1021", Severity.Error, "Model too large",
        "The files of the model together exceed check.max_size_mb in modelops.yml.",
        "Remove what does not belong to the model (checkpoints, data), or raise the limit.");

    /// <summary>A download without TLS.</summary>
    public static readonly DiagnosticDescriptor InsecureSource = new(
        "MOP1022", Severity.Error, "Packages over plain HTTP",
        "A package index or URL uses http:, or --trusted-host turns the check of certificates off: anyone on the way can replace a package.",
        "Use https:.");

    /// <summary>A dependency from the machine.</summary>
    public static readonly DiagnosticDescriptor LocalRequirement = new(
        "MOP1023", Severity.Error, "Dependency outside of the model",
        "A line for pip names a file, directory or editable source that is not part of the model (-e ., -r ../x, a path), so it installs only on one machine.",
        "Publish the package and pin it, or save it with the model (code_paths, or a wheel in wheels/).");

    /// <summary>A dependency by URL.</summary>
    public static readonly DiagnosticDescriptor UrlRequirement = new(
        "MOP1024", Severity.Warning, "Dependency by URL",
        "A dependency comes from a URL or a repository whose content can change: no hash or no full commit is given.",
        "Take it from an index with ==, or add #sha256=... to the URL or the full commit after @.");

    /// <summary>A second index.</summary>
    public static readonly DiagnosticDescriptor ExtraIndex = new(
        "MOP1025", Severity.Warning, "Further package index",
        "pip takes the highest version from all indexes, so anyone who can publish to one can replace a package of the other.",
        "Use one index that mirrors what is needed, or give --hash for every package.");

    /// <summary>A pipe, a socket or a device.</summary>
    public static readonly DiagnosticDescriptor SpecialFile = new(
        "MOP1026", Severity.Error, "Special file in the model directory",
        "A pipe, a socket or a device has no content that could be packaged; reading it may wait for ever.",
        "Remove it, or replace it by a regular file.");
}
