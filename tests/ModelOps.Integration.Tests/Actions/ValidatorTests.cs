using System.Text.Json;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Actions;

public class ValidatorTests
{
    [NodeFact]
    public async Task Github_accepts_every_action_and_workflow()
    {
        string[] files =
        [
            .. Directory.GetFiles(Path.Combine(TestFiles.Root, "actions"), "action.yml", SearchOption.AllDirectories),
            .. Directory.GetFiles(Path.Combine(TestFiles.Root, "templates", "github"), "*.yml"),
            .. Directory.GetFiles(Path.Combine(TestFiles.Root, ".github", "workflows"), "*.yml"),
        ];
        Assert.True(files.Length >= 10);
        Assert.Equal("[]", (await ValidateAsync(files)).GetRawText());
    }

    [NodeFact]
    public async Task Github_accepts_the_workflow_that_the_documentation_shows()
    {
        using var directory = new TempDirectory();
        var page = await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "docs", "github-actions.md"));
        var workflow = page.Split("```yaml\n").Single(block => block.StartsWith("name: ", StringComparison.Ordinal)).Split("```")[0];
        await File.WriteAllTextAsync(directory.File("shown.yml"), workflow);
        Assert.Equal("[]", (await ValidateAsync(directory.File("shown.yml"))).GetRawText());
    }

    [NodeFact]
    public async Task Github_refuses_wrong_inputs_expressions_and_permissions()
    {
        using var directory = new TempDirectory();
        var file = directory.File("bad.yml");
        await File.WriteAllTextAsync(file, """
            name: bad
            on: push
            permissions: { contens: read }
            jobs:
              a:
                runs-on: ubuntu-24.04
                steps:
                  - uses: ./.modelops-toolkit/actions/check
                    with:
                      pth: models/churn
                  - uses: ./.modelops-toolkit/actions/promote
                  - run: echo "$X"
                    env:
                      X: ${{ stepz.a.outputs.b }}
            """);
        var lines = (await ValidateAsync(file)).EnumerateArray().Select(finding => finding.GetProperty("line").GetInt32()).Order();
        Assert.Equal([3, 10, 11, 14], lines);
    }

    [NodeFact]
    public async Task Github_refuses_wrong_inputs_of_our_own_actions_in_our_own_workflows()
    {
        using var directory = new TempDirectory();
        var workflow = await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, ".github", "workflows", "ci.yml"));
        await File.WriteAllTextAsync(directory.File("bad.yml"), workflow.Replace("          model: diabetes\n", "          modell: diabetes\n", StringComparison.Ordinal));
        Assert.Equal(2, (await ValidateAsync(directory.File("bad.yml"))).GetArrayLength());
    }

    private static async Task<JsonElement> ValidateAsync(params string[] files)
    {
        var run = await NodeTools.ScriptAsync("validate.mjs", null, [TestFiles.Root, .. files]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
