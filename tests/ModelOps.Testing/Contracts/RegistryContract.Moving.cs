using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    private async Task<ModelName> WithVersionsAsync(int count)
    {
        var model = await NewModelAsync();
        for (var added = 0; added < count; added++)
        {
            await AddAsync(model);
        }

        return model;
    }

    private Task MoveAsync(ModelName model, AliasName alias, int version, int? expected) =>
        Registry.MoveAliasAsync(new(model, alias, version, expected), CancellationToken.None);

    private async Task RefusesAsync(ModelName model, AliasName alias, int version, int? expected)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MoveAsync(model, alias, version, expected));
        Assert.Equal((ExitCode.StateMoved, "MOP3002"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
    }

    private async Task<IReadOnlyList<(string Alias, int Version)>> AliasesAsync(ModelName model) =>
        [.. (await FindAsync(model)).Aliases.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];
}
