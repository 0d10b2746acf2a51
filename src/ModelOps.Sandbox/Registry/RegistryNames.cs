using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Registry;

/// <summary>What the registry accepts as a name, a version or a tag. Source: mlflow/utils/validation.py, and the captures where 2.22 differs.</summary>
internal static class RegistryNames
{
    private const string AliasLatest = "latest";
    private const int MaxAlias = 255;

    /// <summary>Refuses a name that no model can have.</summary>
    public static void CheckModel(string name, Behavior behavior, string parameter = "name")
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw MlflowFault.Invalid($"Missing value for required parameter '{parameter}'.");
        }

        if (behavior == Behavior.Mlflow2)
        {
            return;
        }

        if (name.AsSpan().ContainsAny('/', ':'))
        {
            throw MlflowFault.Invalid($"Invalid model name '{name}'. Names cannot contain '/' or ':'.");
        }

        EntityNames.CheckAsPath(name, "name");
    }

    /// <summary>Reads a version as Python's <c>int</c> does; one that is no number of the database is none that exists.</summary>
    public static long ReadVersion(string version)
    {
        var digits = version.Trim().TrimStart('+', '-').Replace("_", "", StringComparison.Ordinal);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            throw MlflowFault.Invalid($"Parameter 'version' must be an integer, got '{version}'.");
        }

        return long.TryParse(version.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    /// <summary>Refuses an alias that cannot be: one of 2.22's that is reserved cannot even be asked for.</summary>
    public static void CheckAlias(string alias, Behavior behavior, bool isSet)
    {
        if (!alias.EnumerateRunes().All(rune => IsWord(rune) || rune.Value == '-'))
        {
            throw MlflowFault.Invalid(
                $"Invalid alias name: '{alias}'. Names may only contain alphanumerics, underscores (_), and dashes (-).");
        }

        TextLimit.Check("Registered model alias name", MaxAlias, alias);
        if (!isSet && behavior == Behavior.Mlflow3)
        {
            return;
        }

        if (IsLatest(alias))
        {
            throw MlflowFault.Invalid("'latest' alias name (case insensitive) is reserved.");
        }

        if (alias.Length > 1 && alias[0] is 'v' or 'V' && alias.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            throw MlflowFault.Invalid($"Version alias name '{alias}' is reserved.");
        }
    }

    /// <summary>Whether an alias is the one that always means the latest version.</summary>
    public static bool IsLatest(string alias) => alias.Equals(AliasLatest, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses a tag that is too long or whose key has characters that are not allowed.</summary>
    public static void CheckTag(string key, string value, Behavior behavior)
    {
        EntityNames.Check(key, "key");
        TextLimit.Check("key", TextLimit.Key, key);
        TextLimit.Check("value", behavior == Behavior.Mlflow2 ? 5_000 : 100_000, value);
    }

    /// <summary>Says that there is no such model.</summary>
    public static MlflowFault NoModel(string name) => MlflowFault.Missing($"Registered Model with name={name} not found");

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune) || Rune.IsNumber(rune);
}
