using System.Collections;
using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Contract;

/// <summary>Converts the text of one input to its property's type.</summary>
/// <param name="workingDirectory">Where relative paths start.</param>
/// <param name="hint">What was probably meant by a path that is not there; null for nothing.</param>
internal sealed class InputConverter(string workingDirectory, Func<InputDescriptor, string, string>? hint = null)
{
    public bool TryConvert(InputDescriptor input, RawValue raw, List<Diagnostic> problems, out object? value)
    {
        value = null;
        if (!input.IsList && raw.Texts.Count > 1)
        {
            problems.Add(InputDiagnostics.Invalid.At(
                $"Input '{input.Name.Kebab}' takes one value, {raw.Texts.Count} were given ({raw.Source})."));
            return false;
        }

        var before = problems.Count;
        var values = raw.Texts.Select(text => ConvertOne(input, text, raw.Source, problems)).ToArray();
        if (problems.Count > before)
        {
            return false;
        }

        value = input.IsList ? ToTypedList(input.ItemType!, values) : values[0];
        return true;
    }

    private object? ConvertOne(InputDescriptor input, string text, string source, List<Diagnostic> problems)
    {
        if (input.Kind != InputKind.Value)
        {
            return ConvertPath(input, text, source, problems);
        }

        var converted = Parse(input, text, out var expected);
        if (converted is null)
        {
            problems.Add(InputDiagnostics.Invalid.At($"Input '{input.Name.Kebab}' cannot be '{VisibleText.Of(text)}' ({source}): expected {expected}."));
        }

        return converted;
    }

    private string? ConvertPath(InputDescriptor input, string text, string source, List<Diagnostic> problems)
    {
        if (text.Length == 0 || text.Any(char.IsControl))
        {
            problems.Add(InputDiagnostics.Invalid.At($"Input '{input.Name.Kebab}' cannot be '{VisibleText.Of(text)}' ({source}): expected a path."));
            return null;
        }

        if (input.Kind == InputKind.Model && ReferenceText.IsReference(text))
        {
            return text;
        }

        var path = Path.GetFullPath(text, workingDirectory);
        var exists = input.Kind switch
        {
            InputKind.Model => Path.Exists(path),
            InputKind.Directory => Directory.Exists(path),
            InputKind.File => File.Exists(path),
            _ => true,
        };
        if (exists)
        {
            return path;
        }

        var noun = input.Kind switch { InputKind.Model => "model directory or package", InputKind.Directory => "directory", _ => "file" };
        problems.Add(InputDiagnostics.PathMissing.At($"Input '{input.Name.Kebab}' ({source}): there is no {noun} '{text}'.{hint?.Invoke(input, text)}", new(path)));
        return null;
    }

    private static object? Parse(InputDescriptor input, string text, out string expected)
    {
        var type = input.ValueType;
        expected = type.Name;
        if (type == typeof(string))
        {
            expected = "text without control characters";
            return text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t' or '\r')) ? null : text;
        }

        if (type == typeof(bool))
        {
            expected = "true or false";
            return bool.TryParse(text, out var flag) ? flag : null;
        }

        if (type == typeof(int))
        {
            expected = "a whole number, 0 or more";
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        if (type == typeof(double))
        {
            expected = "a number";
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null;
        }

        if (type.IsEnum)
        {
            expected = "one of " + string.Join(", ", input.Choices);
            return ChoiceText.Find(type, text);
        }

        return ParseToolkitType(type, text, ref expected);
    }

    private static object? ParseToolkitType(Type type, string text, ref string expected)
    {
        if (type == typeof(ModelName))
        {
            expected = $"{ModelName.Expected}; {ModelNameRules.FindProblem(text)}";
            return ModelName.TryParse(text, out var model) ? model : null;
        }

        if (type == typeof(AliasName))
        {
            expected = AliasName.Expected;
            return AliasName.TryParse(text, out var alias) ? alias : null;
        }

        if (type == typeof(Tag))
        {
            expected = Tag.Expected;
            return Tag.TryParse(text, out var tag) ? tag : null;
        }

        if (type == typeof(Duration))
        {
            expected = Duration.Expected;
            return Duration.TryParse(text, out var duration) ? duration : null;
        }

        throw new NotSupportedException($"No conversion to {type}.");
    }

    private static IList ToTypedList(Type itemType, object?[] values) =>
        itemType == typeof(string) ? Array.ConvertAll(values, value => (string)value!)
        : itemType == typeof(Tag) ? Array.ConvertAll(values, value => (Tag)value!)
        : throw new NotSupportedException($"No list of {itemType}.");
}
