using ModelOps.Core.Contract;

namespace ModelOps.Core.Tests.Contract;

internal static class Arguments
{
    public static ArgumentSource Of(params (string Name, string Text)[] pairs) => new(
        pairs.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(pair => pair.Text)]));
}
