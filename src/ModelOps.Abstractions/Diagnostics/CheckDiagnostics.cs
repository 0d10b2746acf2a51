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
        "Scoring servers, batch inference and evaluation load models through the python_function flavor, which MLmodel does not list. A warning where MLflow has a flavor of its own that loads the model.",
        "Save the model with a flavor that adds python_function, or wrap it in mlflow.pyfunc.PythonModel.");

    /// <summary>No signature.</summary>
    public static readonly DiagnosticDescriptor NoSignature = new(
        "MOP1005", Severity.Warning, "No signature",
        "Without a signature requests are not checked before they reach the model, and some registries refuse it.",
        "Give signature=mlflow.models.infer_signature(...) or input_example=... when the model is saved.");

    /// <summary>A signature with one side only.</summary>
    public static readonly DiagnosticDescriptor IncompleteSignature = new(
        "MOP1007", Severity.Warning, "Signature without outputs",
        "The signature lacks outputs, or inputs. Consumers cannot tell what they get, and some registries refuse the model.",
        "Give both sides: infer_signature(inputs, model.predict(inputs)).");

    /// <summary>An example that the signature refuses.</summary>
    public static readonly DiagnosticDescriptor ExampleMisfit = new(
        "MOP1009", Severity.Error, "Input example does not fit the signature",
        "MLflow would refuse the model's own example: a required column is missing, a whole number is null, or a type or shape is not the one of the signature. A warning where MLflow takes a value and changes it.",
        "Correct the example or the signature, and save the model again.");

    /// <summary>A file that MLmodel names is not there.</summary>
    public static readonly DiagnosticDescriptor FileMissing = new(
        "MOP1010", Severity.Error, "Referenced file missing",
        "MLmodel or an environment file names a file or directory that is not in the model directory. A warning for an example, and for what a flavor from outside of MLflow means by a path.",
        "Add the file, for example one that .gitignore left out, or save the model again.");

    /// <summary>A path out of the directory.</summary>
    public static readonly DiagnosticDescriptor PathLeaves = new(
        "MOP1011", Severity.Error, "Path leaves the model directory",
        "A path is absolute, has '..' parts or another form that some system reads as a place outside of the model directory.",
        "Use a plain relative path with '/' to a file in the model directory.");

    /// <summary>No environment file.</summary>
    public static readonly DiagnosticDescriptor EnvironmentMissing = new(
        "MOP1013", Severity.Error, "Environment file missing",
        "The model names an environment file that is not there, so that no tool can install what it needs. A warning where another file says it, or where none is named: MLflow then uses the Python that is there.",
        "Save the model again. --fix writes requirements.txt from the pip list of conda.yaml when only that file is missing.");

    /// <summary>Environment files that disagree.</summary>
    public static readonly DiagnosticDescriptor EnvironmentsDisagree = new(
        "MOP1015", Severity.Warning, "Environment files disagree",
        "conda.yaml and requirements.txt or python_env.yaml ask for different packages or versions: the model behaves by the tool that installs it.",
        "Make the files say the same, or save the model again.");

    /// <summary>An environment other than the one the model was made in.</summary>
    public static readonly DiagnosticDescriptor VersionDisagrees = new(
        "MOP1016", Severity.Warning, "Environment disagrees with MLmodel",
        "MLmodel records the versions that the model was made with, and the environment installs others.",
        "Pin the version that MLmodel records, or train and save again with the one that is pinned.");

    /// <summary>A dependency without a version.</summary>
    public static readonly DiagnosticDescriptor Unpinned = new(
        "MOP1017", Severity.Warning, "Unpinned dependency",
        "A dependency has no version or a range of them, or conda.yaml does not name Python, so that tomorrow's installation differs from today's.",
        "Pin it with ==, to the version that the model was tested with. --fix pins what MLmodel recorded.");

    /// <summary>Anaconda's own channel.</summary>
    public static readonly DiagnosticDescriptor DefaultsChannel = new(
        "MOP1018", Severity.Warning, "Anaconda defaults channel",
        "conda.yaml uses Anaconda's defaults channel, by name, by URL or by naming none. Its terms ask larger organisations for a licence.",
        "Use conda-forge. --fix does so when conda installs only python, pip, setuptools and wheel.");

    /// <summary>A channel that the configuration does not allow.</summary>
    public static readonly DiagnosticDescriptor ChannelRefused = new(
        "MOP1019", Severity.Warning, "Channel not allowed",
        "conda.yaml names a channel that is not under check.channels in modelops.yml.",
        "Use an allowed channel, or allow this one in a reviewed change.");

    /// <summary>A model of an old MLflow.</summary>
    public static readonly DiagnosticDescriptor MlflowTooOld = new(
        "MOP1020", Severity.Warning, "MLflow version too old",
        "The model was written by an MLflow older than check.min_mlflow in modelops.yml.",
        "Save the model again with a newer MLflow.");

    /// <summary>A model over the limit.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "MOP1021", Severity.Warning, "Model too large",
        "The files of the model together exceed check.max_size_mb in modelops.yml.",
        "Remove what does not belong to the model (checkpoints, data), or raise the limit.");

    /// <summary>A download without TLS.</summary>
    public static readonly DiagnosticDescriptor InsecureSource = new(
        "MOP1022", Severity.Warning, "Packages over plain HTTP",
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

    /// <summary>A secret in a file.</summary>
    public static readonly DiagnosticDescriptor Credentials = new(
        "MOP1027", Severity.Error, "Credentials in a file of the model",
        "A file that is published with the model has a password or a token: in the URL of an index or repository, or in the form of .pypirc, .netrc or pip.conf.",
        "Revoke it: whoever can read the model has it. Then take it out of the file; pip replaces ${NAME} in URLs by an environment variable.");

    /// <summary>A number that JSON does not have.</summary>
    public static readonly DiagnosticDescriptor NotFinite = new(
        "MOP1028", Severity.Warning, "Number that JSON does not have",
        "The input example has NaN or Infinity. Python reads and writes them; other clients of the scoring server refuse them.",
        "Save the model again with null for missing numbers.");

    /// <summary>What check does not look at.</summary>
    public static readonly DiagnosticDescriptor NotScanned = new(
        "MOP1029", Severity.Info, "Model files are not scanned for code",
        "Loading a model can run code: from pickles, from Keras and PyTorch files, from code/. check reads what describes the model and never loads it, so it does not see such code.",
        "Register models that come from pipelines you trust; load others in a sandbox.");
}
