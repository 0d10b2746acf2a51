using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.MlProject;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.MlProject;

public sealed class MlProjectTests : IDisposable
{
    private const string Project =
        """
        name: churn
        python_env: python_env.yaml
        entry_points:
          main:
            parameters:
              alpha: float
              l1_ratio: {type: float, default: 0.1}
              note: {default: "a b"}
              data: {type: path, default: data.csv}
              source: {type: uri, default: "s3://bucket/key"}
            command: "python train.py --alpha {alpha} -l {l1_ratio} '{note}' --data={data} --from \"{source}\""
          validate:
            command: "python validate.py"
        """;

    private readonly TempDirectory _directory = new();

    public MlProjectTests() => File.WriteAllText(_directory.File("data.csv"), "");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_entry_point_is_a_program_and_arguments_with_defaults_filled_in()
    {
        var project = Load(Project);

        Assert.Equal(["main", "validate"], project.EntryPoints);
        Assert.Equal(
            ["python", "train.py", "--alpha", "0.5", "-l", "0.1", "a b", $"--data={_directory.File("data.csv")}", "--from", "s3://bucket/key"],
            project.Command("main", Values(("alpha", "0.5"))));
        Assert.Equal(["python", "validate.py"], project.Command("validate", Values()));
    }

    [Fact]
    public void The_case_of_the_file_name_does_not_matter()
    {
        File.WriteAllText(_directory.File("mlproject"), Project);
        Assert.Equal(_directory.File("mlproject"), MlProjectFile.Load(_directory.Path).File);
    }

    [Fact]
    public void Whatever_a_value_holds_it_stays_one_argument()
    {
        var project = Load("entry_points: {main: {parameters: {x: string}, command: \"run --x {x} pre-{x}-'post' {{x}}\"}}");
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>().Filter(value => !value.Get.Contains('\0', StringComparison.Ordinal)), value =>
                project.Command("main", Values(("x", value.Get))).SequenceEqual(["run", "--x", value.Get, $"pre-{value.Get}-post", "{x}"]))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void All_problems_of_parameters_come_at_once_with_their_lines()
    {
        var failure = Fail(Project, "main", ("alhpa", "1"), ("l1_ratio", "much"), ("data", "../secret"), ("source", "here"));

        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.All(failure.Diagnostics, problem => Assert.Equal(SandboxDiagnostics.InvalidParameter, problem.Descriptor));
        Assert.Equal([4, 6, 7, 9, 10], failure.Diagnostics.Select(problem => problem.Span!.Line));
        Assert.Contains("Did you mean 'alpha'?", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("missing", failure.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.Contains("expected a number, found 'much'", failure.Diagnostics[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data", "none.csv", "a path that exists")]
    [InlineData("data", "sub/../../x", "inside the project")]
    [InlineData("data", "https://host/data.csv", "not downloaded")]
    [InlineData("data", "", "a path")]
    [InlineData("note", "a\0b", "null character")]
    public void A_value_of_another_type_is_refused(string name, string value, string words)
    {
        var problem = Assert.Single(Fail(Project, "main", ("alpha", "1"), (name, value)).Diagnostics);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_entry_point_is_refused_with_those_that_are_there()
    {
        var problem = Assert.Single(Fail(Project, "mian").Diagnostics);

        Assert.Equal(SandboxDiagnostics.UnknownEntryPoint, problem.Descriptor);
        Assert.Contains("it defines main, validate. Did you mean 'main'?", problem.Message, StringComparison.Ordinal);
        Assert.Equal(SandboxDiagnostics.UnknownEntryPoint, Assert.Single(Fail(Project, "train.py").Diagnostics).Descriptor);
    }

    [Theory]
    [InlineData("a | b")]
    [InlineData("a && b")]
    [InlineData("a; b")]
    [InlineData("a > out")]
    [InlineData("a < in")]
    [InlineData("(a)")]
    [InlineData("a $HOME")]
    [InlineData("a \\\"${HOME}\\\"")]
    [InlineData("a $(b)")]
    [InlineData("a \\\"`b`\\\"")]
    [InlineData("a *.csv")]
    [InlineData("a ~/x")]
    [InlineData("a # b")]
    [InlineData("A=1 b")]
    [InlineData("a\\nb")]
    [InlineData("bash -c 'run {x}'")]
    [InlineData("bash -eu -o pipefail -c 'run {x}'")]
    [InlineData("env python3 -c 'print({x})'")]
    public void A_command_that_needs_a_shell_is_refused(string command)
    {
        var project = $"entry_points: {{main: {{parameters: {{x: {{default: '1'}}}}, command: \"{command}\"}}}}";
        Assert.Equal(SandboxDiagnostics.NeedsShell, Assert.Single(Fail(project, "main").Diagnostics).Descriptor);
    }

    [Theory]
    [InlineData("a '$HOME' '|' '*' \\\"a|b\\\"", "a,$HOME,|,*,a|b")]
    [InlineData("a 100$ b#c x=1 \\\\$HOME", "a,100$,b#c,x=1,$HOME")]
    [InlineData("bash -c 'run $1 | sort' run {x}", "bash,-c,run $1 | sort,run,1")]
    [InlineData("python train.py -c {x}", "python,train.py,-c,1")]
    [InlineData("python -m train -e {x}\\n", "python,-m,train,-e,1")]
    public void What_a_shell_takes_literally_is_literal(string command, string words) =>
        Assert.Equal(words.Split(','), Load($"entry_points: {{main: {{parameters: {{x: {{default: '1'}}}}, command: \"{command}\"}}}}").Command("main", Values()));

    [Theory]
    [InlineData("[]", "keys and values")]
    [InlineData("entry_points: []", "keys and values")]
    [InlineData("entry_points: {main: python x}", "keys and values")]
    [InlineData("entry_points: {main: {parameters: {}}}", "no command")]
    [InlineData("entry_points: {main: {command: [a]}}", "no command")]
    [InlineData("entry_points: {main: {command: a, parameters: {x: int}}}", "string, float, path or uri")]
    [InlineData("entry_points: {main: {command: a, parameters: {x: {type: [float]}}}}", "string, float, path or uri")]
    [InlineData("entry_points: {main: {command: a, parameters: {x: {default: [1]}}}}", "text or a number")]
    [InlineData("entry_points: *x", "")]
    [InlineData("a: 1\na: 2", "")]
    [InlineData("", "empty")]
    public void A_file_of_another_form_is_refused_with_its_place(string text, string words)
    {
        var failure = Assert.Throws<ModelOpsException>(() => Load(text));

        Assert.All(failure.Diagnostics, problem => Assert.Equal((SandboxDiagnostics.InvalidProject, true), (problem.Descriptor, problem.Span!.Line > 0)));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a {y}")]
    [InlineData("a {x")]
    [InlineData("a x}")]
    [InlineData("a {x:5}")]
    [InlineData("a 'x")]
    public void A_template_that_cannot_be_filled_is_refused(string command)
    {
        var project = $"entry_points: {{main: {{parameters: {{x: {{default: '1'}}}}, command: \"{command}\"}}}}";
        Assert.Equal(SandboxDiagnostics.InvalidProject, Assert.Single(Fail(project, "main").Diagnostics).Descriptor);
    }

    [UnixFact]
    public async Task A_file_that_is_a_pipe_or_has_no_end_is_refused_and_keeps_nobody_waiting()
    {
        foreach (var command in (string[])["mkfifo MLproject", "rm MLproject; ln -s /dev/zero MLproject"])
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _directory.Path })!;
            await process.WaitForExitAsync();
            var load = Task.Run(() => MlProjectFile.Load(_directory.Path));

            Assert.True(await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(60))) == load, command);
            Assert.Equal("MOP5108", Assert.Single((await Assert.ThrowsAsync<ModelOpsException>(() => load)).Diagnostics).Code);
        }
    }

    [Fact]
    public void A_directory_without_the_file_is_refused() =>
        Assert.Equal(SandboxDiagnostics.InvalidProject, Assert.Single(Assert.Throws<ModelOpsException>(() => MlProjectFile.Load(_directory.Path)).Diagnostics).Descriptor);

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);

    private MlProjectFile Load(string text)
    {
        File.WriteAllText(_directory.File("MLproject"), text);
        return MlProjectFile.Load(_directory.Path);
    }

    private ModelOpsException Fail(string text, string entryPoint, params (string, string)[] values)
    {
        var project = Load(text);
        return Assert.Throws<ModelOpsException>(() => project.Command(entryPoint, Values(values)));
    }
}
