namespace ModelOps.Integration.Tests.MSBuild;

public sealed class TestTargetsTests
{
    private const string Project = """
        <ItemGroup><Model Include="models/diabetes" ModelName="diabetes" TrainParameters="text=a b" /></ItemGroup>
        <Target Name="ShowTests" DependsOnTargets="TestModels">
          <Message Importance="High" Text="stage=%(ModelTestStage.Suite)/%(ModelTestStage.Stage) %(ModelTestStage.Status)" />
          <Message Importance="High" Text="results=@(ModelTestFile->'%(RelativeDir)%(Filename)')" />
        </Target>
        <Target Name="ShowCleaned" DependsOnTargets="CleanCatalog">
          <Message Importance="High" Text="removed=@(RemovedItem->Count())" />
        </Target>
        """;

    // The integration stage proves by its answer that a server is there.
    private const string Configuration = """
        version: 1
        models:
          - name: diabetes
            path: models/diabetes
            train:
              entry_point: note
            tests:
              unit:
                - name: copied
                  run: cp unit.xml {results}
              integration:
                - name: asked
                  run: python3 -c "import os, sys, urllib.request as r; r.urlretrieve(os.environ['MLFLOW_TRACKING_URI'] + '/health'); open(sys.argv[1], 'w').write('<testsuite><testcase name=\"health\"/></testsuite>')" {results}
        environments:
          staging:
            tracking_uri: sqlite:///staging.db
        """;

    private const string MlProject = """
        entry_points:
          note:
            parameters: { text: string }
            command: cp unit.xml {text}
        """;

    [Fact]
    public async Task Models_are_trained_and_tested_in_a_sandbox_from_the_package_and_a_failed_test_fails_the_build()
    {
        using var consumer = await ConsumerProject.CreateAsync(Project);
        await File.WriteAllTextAsync(consumer.File("modelops.yml"), Configuration);
        await File.WriteAllTextAsync(consumer.File("MLproject"), MlProject);
        await File.WriteAllTextAsync(consumer.File("unit.xml"), """<testsuite><testcase name="one"/></testsuite>""");

        var built = await consumer.BuildAsync("TrainModels;ShowTests;ShowCleaned");

        Assert.True(built.ExitCode == 0, built.Output);
        Assert.True(File.Exists(consumer.File("a b")), built.Output);
        Assert.Contains("stage=unit/copied passed", built.Output, StringComparison.Ordinal);
        Assert.Contains("stage=integration/asked passed", built.Output, StringComparison.Ordinal);
        Assert.Contains("bin/tests/diabetes/junit", built.Output, StringComparison.Ordinal);
        Assert.Contains("removed=0", built.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(consumer.File("unit.xml"), """<testsuite><testcase name="one" file="unit.xml" line="1"><failure message="not so"/></testcase></testsuite>""");
        var failed = await consumer.BuildAsync("TestModels", "--no-restore", "-p:ModelOpsSuite=unit");

        Assert.NotEqual(0, failed.ExitCode);
        Assert.Matches(@"unit\.xml\(1\): error MOP5002: unit/copied: one failed: not so", failed.Output);
    }
}
