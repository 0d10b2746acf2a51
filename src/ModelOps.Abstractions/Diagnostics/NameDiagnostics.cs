namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of names of registered models (MOP22xx).</summary>
public static class NameDiagnostics
{
    /// <summary>A new model whose name people take for another.</summary>
    public static readonly DiagnosticDescriptor LooksAlike = new(
        "MOP2201", Severity.Warning, "Name may be taken for another",
        "A new model is registered under a name that looks like that of another model, mixes alphabets in one word, or begins or ends with a space.",
        "If this is not meant, correct the name in modelops.yml or in the call, and delete the new model. The message has what is not ASCII as code points.");

    /// <summary>The registry has the name in another normalisation form.</summary>
    public static readonly DiagnosticDescriptor SpelledOtherwise = new(
        "MOP2202", Severity.Info, "Name is composed otherwise in the registry",
        "The registry has the model under the same characters composed otherwise, such as a letter and its accent as two; that model is used, and no second one is made.",
        "Nothing has to be done. To see the message no more, write the name as the registry has it.");

    /// <summary>The registry does not have just one model of the name.</summary>
    public static readonly DiagnosticDescriptor NotOne = new(
        "MOP2203", Severity.Error, "Name is not one model's",
        "The registry has two models whose names differ only in how their characters are composed, or its database takes two different names for one.",
        "Rename or delete one of the models; on MySQL use a binary collation for MLflow's tables.");
}
