namespace ModelOps.Integration.Tests.Fronts;

/// <summary>One repository for all tests of a class: restoring MSBuild's package and Cake's tool takes longer than the verbs.</summary>
public sealed class FrontFixture : IAsyncLifetime
{
    private FrontLab? _lab;

    internal FrontLab Lab => _lab!;

    public async Task InitializeAsync() => _lab = await FrontLab.CreateAsync();

    public Task DisposeAsync()
    {
        _lab?.Dispose();
        return Task.CompletedTask;
    }
}
