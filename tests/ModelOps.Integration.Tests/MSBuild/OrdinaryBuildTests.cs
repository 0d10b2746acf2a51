using Microsoft.Build.Logging.StructuredLogger;
using Task = System.Threading.Tasks.Task;

namespace ModelOps.Integration.Tests.MSBuild;

public sealed class OrdinaryBuildTests
{
    [Fact]
    public async Task An_ordinary_build_runs_no_task_of_the_package()
    {
        using var consumer = await ConsumerProject.CreateAsync("""<ItemGroup><Model Include="models/none" /></ItemGroup>""");

        var built = await consumer.BuildAsync("Build", "-bl:build.binlog");

        Assert.True(built.ExitCode == 0, built.Output);
        var tasks = BinaryLog.ReadBuild(consumer.File("build.binlog")).FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>();
        Assert.Contains(tasks, task => task.Name == "Csc");
        Assert.DoesNotContain(tasks, task => task.FromAssembly.Contains("ModelOps", StringComparison.OrdinalIgnoreCase));
    }
}
