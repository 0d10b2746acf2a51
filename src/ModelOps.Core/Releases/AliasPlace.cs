using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>Where an alias is.</summary>
/// <param name="Version">Version of the spelling asked for; null when it does not exist.</param>
/// <param name="Others">Other spellings of the same word that the registry keeps apart from it.</param>
internal sealed record AliasPlace(int? Version, IReadOnlyList<string> Others)
{
    public static AliasPlace Of(RegisteredModel? model, AliasName alias, bool ignoresCase)
    {
        var spellings = (model?.Aliases ?? new Dictionary<string, int>()).Where(pair => alias.IsSpelledAs(pair.Key)).ToList();
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var own = spellings.Where(pair => pair.Key.Equals(alias.Value, comparison)).Select(pair => (int?)pair.Value).FirstOrDefault();
        return new(own, [.. spellings.Select(pair => pair.Key).Where(key => !key.Equals(alias.Value, comparison)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Refuses a second spelling beside one that is there: what serves would stay where it was.</summary>
    public Diagnostic? JudgeSpelling(ModelName model, AliasName alias) => Version is null && Others.Count > 0
        ? ReleaseDiagnostics.AliasSpelling.At(
            $"'{model}' has no alias '{alias}', but {Quoted}; this registry tells them apart. Nothing was written. Ask for {Quoted}.")
        : null;

    /// <summary>Says that the other spellings stay where they are.</summary>
    public Diagnostic? WarnOfOthers(ModelName model, AliasName alias) => Version is not null && Others.Count > 0
        ? ReleaseDiagnostics.AliasTwice.At($"'{model}' has the alias '{alias}' and also {Quoted}: only '{alias}' is changed.")
        : null;

    private string Quoted => string.Join(", ", Others.Select(other => $"'{other}'"));
}
