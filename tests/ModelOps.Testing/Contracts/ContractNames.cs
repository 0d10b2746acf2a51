using ModelOps.Abstractions.Registry;

namespace ModelOps.Testing.Contracts;

/// <summary>The one list of last levels of model names, and of whole names of experiments, that every backend is asked to take.</summary>
public static class ContractNames
{
    /// <summary>Names that MLflow takes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "plain", "Upper-Case_1", "two words", "previsão-churn", "Kündigungsvorhersage", "отток", "解約予測", "이탈", "ลูกค้า",
        "τιμή", "نموذج", "מודל", "naïve 🚀", "it's", "say \"it\"", "both ' and \"", "100%", "%_", "a_b%c", "a;b", "a#b",
        "a?b", "a&b=c", "a+b", "a@b", "a$b", "a*b", "a(b)[c]{d}", "a,b", "a!b", "a~b", "a^b", "a|b", "a<b>",
        "back\\slash", "`tick`", "%41", "%2e%2e", "..%2f", "-dash", "_",
    ];

    /// <summary>Those that the toolkit takes for the last level of a model's name.</summary>
    /// <param name="place">Makes the whole name of a last level.</param>
    public static IReadOnlyList<ModelName> Models(Func<string, string> place) =>
        [.. All.Select(name => ModelName.TryParse(place(name), out var model) ? model : null).OfType<ModelName>()];
}
