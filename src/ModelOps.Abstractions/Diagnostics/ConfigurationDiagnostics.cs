namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of modelops.yml (MOP01xx).</summary>
public static class ConfigurationDiagnostics
{
    /// <summary>The file is not YAML, or not within the limits.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        "MOP0101", Severity.Error, "Configuration is not valid YAML",
        "modelops.yml cannot be read as one YAML document within the limits of depth, size and aliases, or repeats a key.",
        "Correct the file at the place shown.");

    /// <summary>A key that the schema does not know.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = new(
        "MOP0102", Severity.Error, "Unknown configuration key",
        "modelops.yml has a key that the schema does not know. Unknown keys are errors, so that a misspelt gate is never silently off.",
        "Correct the spelling; the message suggests the nearest key.");

    /// <summary>A value of the wrong form.</summary>
    public static readonly DiagnosticDescriptor InvalidValue = new(
        "MOP0103", Severity.Error, "Configuration value not understood",
        "A value in modelops.yml does not have the form that its key asks for.",
        "Correct the value; the message says which form is expected.");

    /// <summary>A required key is absent.</summary>
    public static readonly DiagnosticDescriptor MissingKey = new(
        "MOP0104", Severity.Error, "Configuration key missing",
        "A section of modelops.yml lacks a key that it needs.",
        "Add the key.");

    /// <summary>An environment that modelops.yml does not define.</summary>
    public static readonly DiagnosticDescriptor UnknownEnvironment = new(
        "MOP0105", Severity.Error, "Unknown environment",
        "A verb or a branch rule names an environment that modelops.yml does not define.",
        "Add the environment under `environments` of modelops.yml, or correct the name.");

    /// <summary>A waiver that is past its date.</summary>
    public static readonly DiagnosticDescriptor WaiverExpired = new(
        "MOP0106", Severity.Warning, "Waiver expired",
        "A waiver in modelops.yml is past its `until` date and no longer applies.",
        "Fix what it waives, or renew it with a reason.");

    /// <summary>A waiver or a severity of a rule that does not exist.</summary>
    public static readonly DiagnosticDescriptor UnknownRule = new(
        "MOP0107", Severity.Error, "Unknown rule",
        "A waiver or a severity in modelops.yml names a rule or a model that does not exist, so it would never apply.",
        "Correct the spelling; the message suggests the nearest name.");

    /// <summary>A modelops.yml that anybody may have written.</summary>
    public static readonly DiagnosticDescriptor SharedDirectory = new(
        "MOP0108", Severity.Error, "Configuration in a shared directory",
        "The nearest modelops.yml lies in a directory such as /tmp, where every user of the machine may put one, and it decides which server gets the credentials.",
        "Name the file by --config if it is yours; else run in a directory with a modelops.yml of its own, or in a git repository.");
}
