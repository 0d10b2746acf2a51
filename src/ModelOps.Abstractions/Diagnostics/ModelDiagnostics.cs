namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of model directories: what cannot be read (MOP10xx).</summary>
public static class ModelDiagnostics
{
    /// <summary>The directory has no MLmodel.</summary>
    public static readonly DiagnosticDescriptor Missing = new(
        "MOP1001", Severity.Error, "MLmodel missing",
        "The directory has no regular file MLmodel at its root, so it is not an MLflow model.",
        "Name the directory that mlflow.<flavor>.save_model wrote, or save the model again.");

    /// <summary>MLmodel cannot be read.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        "MOP1002", Severity.Error, "MLmodel malformed",
        "MLmodel is not one YAML document within the limits of size, depth and aliases, or a key has a value of the wrong form.",
        "Correct the file at the place shown, or save the model again with MLflow.");

    /// <summary>A signature cannot be read.</summary>
    public static readonly DiagnosticDescriptor SignatureMalformed = new(
        "MOP1006", Severity.Error, "Signature malformed",
        "The inputs, outputs or params of the signature are not the JSON text that MLflow writes: a list of columns, of tensors or of parameters.",
        "Correct the JSON at the place shown, or save the model again with mlflow.models.infer_signature.");

    /// <summary>An input example cannot be read.</summary>
    public static readonly DiagnosticDescriptor ExampleMalformed = new(
        "MOP1008", Severity.Error, "Input example malformed",
        "The input example is not JSON, is larger than what is read, repeats a property, or is not of the form that MLmodel says.",
        "Save the model again with input_example; a handful of rows is enough.");

    /// <summary>An environment file cannot be read.</summary>
    public static readonly DiagnosticDescriptor EnvironmentMalformed = new(
        "MOP1014", Severity.Error, "Environment file malformed",
        "conda.yaml, python_env.yaml or requirements.txt cannot be read: not UTF-8 or YAML, or an entry of the wrong form.",
        "Correct the file at the place shown.");
}
