using System.Collections.Concurrent;

namespace ModelOps.Sandbox.Tests.Registry.Versions;

public sealed class VersionConcurrencyTests
{
    [Fact]
    public async Task Sixteen_clients_get_the_numbers_of_one_model_without_a_gap_or_a_repeat()
    {
        const int count = 320;
        await using var lab = await RegistryLab.StartAsync();
        await lab.CreateModelAsync("churn");
        var numbers = new ConcurrentBag<int>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (_, _) => numbers.Add(int.Parse(await lab.CreateVersionAsync("churn"), System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(Enumerable.Range(1, count), numbers.Order());
    }
}
