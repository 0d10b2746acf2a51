namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of the binder: what was given to a verb (MOP00xx).</summary>
public static class InputDiagnostics
{
    /// <summary>A required input has no value.</summary>
    public static readonly DiagnosticDescriptor Missing = new(
        "MOP0001", Severity.Error, "Required input missing",
        "The verb needs this input and neither the call, the environment nor modelops.yml gives it.",
        "Give the input on the command line, as a task property or step input, or set MODELOPS_<NAME>.");

    /// <summary>An input's text cannot be read as its type.</summary>
    public static readonly DiagnosticDescriptor Invalid = new(
        "MOP0002", Severity.Error, "Input not understood",
        "The text of an input does not have the form that its type asks for.",
        "Correct the value; the message says which form is expected.");

    /// <summary>An input with a name that the verb does not have.</summary>
    public static readonly DiagnosticDescriptor Unknown = new(
        "MOP0003", Severity.Error, "Unknown input",
        "The call names an input that this verb does not have.",
        "Check the spelling; the message suggests the nearest name.");

    /// <summary>A file or directory that must exist does not.</summary>
    public static readonly DiagnosticDescriptor PathMissing = new(
        "MOP0004", Severity.Error, "Path not found",
        "An input names a file or directory that must exist and does not.",
        "Check the path; relative paths start at the working directory.");

    /// <summary>Inputs that exclude or need each other.</summary>
    public static readonly DiagnosticDescriptor Conflict = new(
        "MOP0005", Severity.Error, "Inputs do not go together",
        "Two inputs exclude each other, or one needs another that is absent.",
        "Leave one of them out, or add the missing one.");
}
