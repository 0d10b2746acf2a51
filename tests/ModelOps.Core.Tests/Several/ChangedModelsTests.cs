using ModelOps.Testing;

namespace ModelOps.Core.Tests.Several;

public sealed class ChangedModelsTests : IDisposable
{
    private const string All = "iris broken diabetes";

    private readonly SeveralLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_model_runs_for_what_is_in_its_directory_committed_or_not_and_no_longer_after_the_next_commit()
    {
        _lab.Write("models/iris/notes.txt", "new and not yet known to git");
        Assert.Equal("iris", await _lab.ChangedAsync("HEAD"));
        _lab.Git.Run("add", "--all");
        Assert.Equal("iris", await _lab.ChangedAsync("HEAD"));
        _lab.Git.Commit("iris");
        Assert.Equal(("iris", ""), (await _lab.ChangedAsync(), await _lab.ChangedAsync("HEAD")));

        _lab.Write("README.md", "docs only");
        _lab.Git.Commit("docs");
        Assert.Equal("", await _lab.ChangedAsync());
        Assert.Equal(["MOP0121"], _lab.Codes);
        Assert.Equal("iris", await _lab.ChangedAsync("HEAD~2"));
    }

    [Fact]
    public async Task A_file_that_was_only_touched_has_not_changed()
    {
        File.SetLastWriteTimeUtc(_lab.File("models/iris/MLmodel"), new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task A_directory_whose_name_begins_with_that_of_a_model_is_not_its()
    {
        _lab.Write("models/iris-2/notes.txt", "another");
        _lab.Write("models/irises", "another");
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task A_file_that_moved_from_one_model_to_another_has_changed_both()
    {
        _lab.Git.Run("mv", "models/iris/conda.yaml", "models/diabetes/moved.yaml");
        _lab.Git.Commit("move");
        Assert.Equal("iris diabetes", await _lab.ChangedAsync());
    }

    [Fact]
    public async Task A_directory_that_moved_is_a_section_that_changed_and_a_new_model_is_one_too()
    {
        _lab.Git.Run("mv", "models/iris", "models/flowers");
        _lab.Write("modelops.yml", (SeveralLab.Shared + SeveralLab.Sections).Replace("path: models/iris", "path: models/flowers", StringComparison.Ordinal));
        _lab.Git.Commit("move");
        Assert.Equal("iris", await _lab.ChangedAsync());

        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections.Replace("path: models/iris", "path: models/flowers", StringComparison.Ordinal) + "  - name: second\n    path: models/flowers\n");
        _lab.Git.Commit("second");
        Assert.Equal("second", await _lab.ChangedAsync());
    }

    [Fact]
    public async Task A_model_that_is_no_longer_listed_does_not_run_and_makes_no_other_run()
    {
        _lab.Git.Run("rm", "-r", "--quiet", "models/broken");
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections.Replace("  - name: broken\n    path: models/broken\n", "", StringComparison.Ordinal));
        _lab.Git.Commit("gone");
        Assert.Equal("", await _lab.ChangedAsync());
    }

    [Fact]
    public async Task Its_own_section_makes_a_model_run_what_holds_for_all_makes_all_run_and_comments_and_quotes_nothing()
    {
        _lab.Write("modelops.yml", SeveralLab.Shared + "# words\n" + SeveralLab.Sections.Replace("name: iris", "name: 'iris'", StringComparison.Ordinal).Replace("    path: models/iris", "    # here\n    path: models/iris", StringComparison.Ordinal));
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));

        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "    description: another\n");
        Assert.Equal("diabetes", await _lab.ChangedAsync("HEAD"));

        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "check:\n  strict: true\n");
        Assert.Equal(All, await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task Evaluation_data_and_scripts_training_and_tests_make_their_model_run()
    {
        const string More = """
                train:
                  directory: pipelines/iris
                tests:
                  unit:
                    - name: unit
                      run: pytest -q tests/iris::test_one --junitxml={results}
                evaluation:
                  task: multiclass
                  run: python scripts/predict.py --model {model} --config=scripts/iris.json --data {data} --output {predictions}
                  data: data/iris.csv
                  columns: { label: label, prediction: prediction }

            """;
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections.Replace("    path: models/iris\n", "    path: models/iris\n" + More.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        foreach (var file in new[] { "pipelines/iris/MLproject", "tests/iris/test_one.py", "scripts/predict.py", "scripts/iris.json", "data/iris.csv", "scripts/other.py" })
        {
            _lab.Write(file, "one");
        }

        _lab.Git.Commit("more");
        foreach (var file in new[] { "pipelines/iris/MLproject", "tests/iris/test_one.py", "scripts/predict.py", "scripts/iris.json", "data/iris.csv" })
        {
            _lab.Write(file, "two");
            Assert.Equal($"{file}: iris", $"{file}: {await _lab.ChangedAsync("HEAD")}");
            File.Delete(_lab.File(file));
            Assert.Equal($"{file}: iris", $"{file}: {await _lab.ChangedAsync("HEAD")}");
            _lab.Write(file, "one");
        }

        _lab.Write("scripts/other.py", "two");
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task A_nested_model_changes_the_one_around_it_and_a_submodule_and_a_link_are_followed()
    {
        var origin = Directory.CreateDirectory(Path.Combine(_lab.Outside, "origin")).FullName;
        File.WriteAllText(Path.Combine(origin, "MLmodel"), "flavors: {}\n");
        var other = new GitScratch(origin);
        other.Commit("one");
        _lab.Git.Run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", origin, "models/sub");
        _lab.Write("models/iris/inner/MLmodel", "flavors: {}\n");
        _lab.Write("store/real/MLmodel", "flavors: {}\n");
        File.CreateSymbolicLink(_lab.File("models/link"), "../store/real");
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "  - name: inner\n    path: models/iris/inner\n  - name: sub\n    path: models/sub\n  - name: link\n    path: models/link\n");
        _lab.Git.Commit("more");
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));

        _lab.Write("models/iris/inner/notes.txt", "x");
        Assert.Equal("iris inner", await _lab.ChangedAsync("HEAD"));
        File.Delete(_lab.File("models/iris/inner/notes.txt"));

        _lab.Write("models/sub/MLmodel", "flavors: {a: {}}\n");
        Assert.Equal("sub", await _lab.ChangedAsync("HEAD"));
        _lab.Git.Run("config", "--file", ".gitmodules", "submodule.models/sub.ignore", "all");
        Assert.Equal("sub", await _lab.ChangedAsync("HEAD"));
        _lab.Git.Run("checkout", "--quiet", ".gitmodules");
        new GitScratch(_lab.File("models/sub")).Run("checkout", "--quiet", ".");

        _lab.Write("store/real/notes.txt", "x");
        Assert.Equal("link", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task Names_with_blanks_quotes_line_ends_and_other_alphabets_are_paths_as_they_are()
    {
        const string Name = "Prévision \"été\" -- x";
        _lab.Write($"models/{Name}/MLmodel", "flavors: {}\n");
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + $"  - name: odd\n    path: 'models/{Name}'\n");
        _lab.Git.Commit("odd");
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));
        _lab.Write($"models/{Name}/a\nb.txt", "x");
        Assert.Equal("odd", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task Settings_of_git_hide_no_change()
    {
        foreach (var (key, value) in new[] { ("diff.relative", "true"), ("diff.renames", "copies"), ("diff.external", "true"), ("diff.noprefix", "true"), ("diff.ignoreSubmodules", "all"), ("diff.autoRefreshIndex", "false") })
        {
            _lab.Git.Run("config", key, value);
        }

        File.SetLastWriteTimeUtc(_lab.File("models/diabetes/MLmodel"), new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _lab.Git.Run("mv", "models/iris/conda.yaml", "models/iris/other.yaml");
        Assert.Equal("iris", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task Files_that_git_ignores_are_in_no_commit_so_that_their_model_always_runs()
    {
        _lab.Write(".gitignore", ".modelops/\n*.pyc\n__pycache__/\n*.weights\n");
        _lab.Git.Commit("ignore");
        _lab.Write("models/iris/__pycache__/code.pyc", "x");
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));
        _lab.Write("models/iris/model.weights", "x");
        Assert.Equal("iris", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task A_model_outside_of_the_repository_always_runs()
    {
        Directory.CreateDirectory(Path.Combine(_lab.Outside, "elsewhere"));
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "  - name: far\n    path: ../elsewhere\n");
        _lab.Git.Commit("far");
        Assert.Equal("far", await _lab.ChangedAsync("HEAD"));
    }

    [Fact]
    public async Task The_configuration_may_lie_below_the_root_and_the_call_be_made_further_below()
    {
        Directory.CreateDirectory(_lab.File("team"));
        _lab.Git.Run("mv", "models", "modelops.yml", "team/");
        _lab.Git.Commit("move");
        _lab.Write("team/models/iris/notes.txt", "x");
        _lab.Write("models/broken/notes.txt", "not that of the configuration");
        Assert.Equal("iris", await _lab.ChangedAsync("HEAD", _lab.File("team/models/diabetes")));
    }

    [Fact]
    public async Task A_model_in_the_root_runs_for_every_file()
    {
        _lab.Write("modelops.yml", SeveralLab.Shared + SeveralLab.Sections + "  - name: root\n    path: .\n");
        _lab.Git.Commit("root");
        Assert.Equal("", await _lab.ChangedAsync("HEAD"));
        _lab.Write("README.md", "x");
        Assert.Equal("root", await _lab.ChangedAsync("HEAD"));
    }
}
