using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Configuration;

/// <summary>Fills configuration records from YAML by their <see cref="ConfigKeyAttribute"/>; unknown keys are errors.</summary>
internal sealed class ConfigurationBinder(string file, List<Diagnostic> problems)
{
    public T? Bind<T>(YamlNode node)
        where T : class => (T?)BindRecord(BoundTypes.Find(typeof(T))!, node);

    private object? BindRecord(BoundType type, YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            Invalid(node, "keys and values");
            return null;
        }

        var record = type.Create();
        var keys = type.Keys.ToDictionary(KeyOf, StringComparer.Ordinal);
        foreach (var (keyNode, valueNode) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (!keys.Remove(key, out var property))
            {
                var hint = Suggestion.Hint(key, type.Keys.Select(KeyOf));
                problems.Add(ConfigurationDiagnostics.UnknownKey.At($"Unknown key '{key}'.{hint}", At(keyNode)));
            }
            else if (BindValue(property.PropertyType, valueNode) is { } value)
            {
                property.SetValue(record, value);
            }
        }

        foreach (var (key, _) in keys.Where(pair => pair.Value.IsDefined(typeof(RequiredMemberAttribute))))
        {
            problems.Add(ConfigurationDiagnostics.MissingKey.At($"The key '{key}' is missing.", At(node)));
        }

        return record;
    }

    private object? BindValue(Type type, YamlNode node)
    {
        if (InputTypes.ItemTypeOf(type) is { } item)
        {
            return BindList(item, node);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return BindMap(type.GetGenericArguments()[1], node);
        }

        return BoundTypes.Find(type) is { Keys.Count: > 0 } section
            ? BindRecord(section, node)
            : BindScalar(Nullable.GetUnderlyingType(type) ?? type, node);
    }

    private IList? BindList(Type item, YamlNode node)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Invalid(node, "a list");
            return null;
        }

        return BoundTypes.Find(item)!.ToList(sequence.Children.Select(child => BindValue(item, child)).OfType<object>());
    }

    // An insertion-ordered dictionary: the order of environments is the order of promotion.
    private object? BindMap(Type valueType, YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            Invalid(node, "keys and values");
            return null;
        }

        var map = BoundTypes.Find(valueType)!.NewMap();
        foreach (var (key, child) in mapping.Children)
        {
            if ((key as YamlScalarNode)?.Value is not { Length: > 0 } name)
            {
                Invalid(key, "a name");
            }
            else if (BindValue(valueType, child) is { } value)
            {
                map.Add(name, value);
            }
        }

        return map;
    }

    private object? BindScalar(Type type, YamlNode node)
    {
        var text = IsAbsent(node) ? null : (node as YamlScalarNode)?.Value;
        var (value, expected) = type switch
        {
            _ when type == typeof(string) => (text, "text"),
            _ when type == typeof(int) => (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, "a whole number, 0 or more"),
            _ when type == typeof(double) => (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null, "a number"),
            _ when type == typeof(bool) => (bool.TryParse(text, out var flag) ? flag : null, "true or false"),
            _ when type.IsEnum => (ChoiceText.Find(type, text), "one of " + string.Join(", ", ChoiceText.All(type))),
            _ when type == typeof(DateOnly) => (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : null, "a date, YYYY-MM-DD"),
            _ when type == typeof(AliasName) => (text is not null && AliasName.TryParse(text, out var alias) ? alias : null, AliasName.Expected),
            _ when type == typeof(Duration) => (text is not null && Duration.TryParse(text, out var duration) ? duration : null, Duration.Expected),
            _ => ((object?)null, type.Name),
        };
        if (value is null)
        {
            Invalid(node, expected);
        }

        return value;
    }

    // YAML's ways to write no value. Quotes make them text.
    private static bool IsAbsent(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private void Invalid(YamlNode node, string expected)
    {
        var found = node switch
        {
            _ when IsAbsent(node) => "nothing",
            YamlScalarNode scalar => $"'{scalar.Value}'",
            YamlSequenceNode => "a list",
            _ => "keys and values",
        };
        problems.Add(ConfigurationDiagnostics.InvalidValue.At($"Expected {expected}, found {found}.", At(node)));
    }

    private SourceSpan At(YamlNode node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    private static string KeyOf(PropertyInfo property) => new InputName(property.Name).Environment.ToLowerInvariant();
}
