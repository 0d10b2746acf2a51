using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>A key such as <c>${{ if … }}</c> or <c>${{ each x in y }}</c>.</summary>
internal sealed partial record TemplateDirective(string? Condition, string Item, string List)
{
    public static TemplateDirective? Parse(string key)
    {
        if (If().Match(key) is { Success: true } condition)
        {
            return new(condition.Groups[1].Value, "", "");
        }

        return Each().Match(key) is { Success: true } each ? new(null, each.Groups[1].Value, each.Groups[2].Value) : null;
    }

    /// <summary>The scopes in which the directive's body is taken: none or one for <c>if</c>, one an item for <c>each</c>.</summary>
    public IEnumerable<TemplateScope> Scopes(TemplateScope scope)
    {
        if (Condition is not null)
        {
            return scope.IsTrue(Condition) ? [scope] : [];
        }

        return scope.Evaluate(List) switch
        {
            YamlMappingNode mapping => mapping.Children.Select(pair => scope.With(Item, new YamlMappingNode { { "key", pair.Key }, { "value", pair.Value } })),
            YamlSequenceNode sequence => sequence.Children.Select(item => scope.With(Item, item)),
            _ => throw new InvalidDataException($"'{List}' is no mapping and no list."),
        };
    }

    [GeneratedRegex(@"^\$\{\{ if (.*) \}\}$")]
    private static partial Regex If();

    [GeneratedRegex(@"^\$\{\{ each (\w+) in (.*) \}\}$")]
    private static partial Regex Each();
}
