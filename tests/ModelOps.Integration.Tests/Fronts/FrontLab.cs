using System.Globalization;
using System.Security;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Integration.Tests.Actions;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>One repository with one package, in which every front makes the same call.</summary>
internal sealed partial class FrontLab : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public static async Task<FrontLab> CreateAsync()
    {
        var lab = new FrontLab();
        await lab._lab.PackageAsync();
        return lab;
    }

    /// <summary>All fronts, the command first.</summary>
    public IReadOnlyList<Func<FrontCall, Task<FrontRun>>> Fronts => [CommandAsync, MSBuildAsync, Cake, GitHubAsync, AzureAsync];

    /// <summary>The front that throws away what a verb that failed has put out.</summary>
    public Func<FrontCall, Task<FrontRun>> Cake => CakeAsync;

    public string Path => _lab.Path;

    public void CopyModel(string name) => TestFiles.CopyDirectory(System.IO.Path.Combine(_lab.Path, "models", "diabetes"), System.IO.Path.Combine(_lab.Path, "models", name));

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(_lab.Path, file), text);

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(_lab.Path, file));

    private async Task<FrontRun> CommandAsync(FrontCall call)
    {
        using var machine = CommandStub.WithBuiltCommand(_lab.Path);
        AddServer(machine, call);
        var run = await ProcessRun.StartAsync(
            System.IO.Path.Combine(machine.Bin, "modelops"),
            [.. call.Verb.Split('-'), .. call.Inputs.SelectMany(input => new[] { $"--{input.Key}", input.Value }), "--json"],
            new() { WorkingDirectory = _lab.Path, Environment = machine.Environment });
        using var document = JsonDocument.Parse(run.Output);
        var result = document.RootElement.GetProperty("result");

        // What came of several models stands beside the result of one.
        var several = document.RootElement.TryGetProperty("results", out var results) ? results : default;
        return new(run.ExitCode, Outputs(call, name => name == "results" ? Text(call, name, several)
            : result.ValueKind == JsonValueKind.Null ? "" : Text(call, name, result.GetProperty(name))), run.Output + run.Error);
    }

    private async Task<FrontRun> MSBuildAsync(FrontCall call)
    {
        var task = $"ModelOps.MSBuild.Tasks.{Pascal(call.Verb)}Model";
        var attributes = call.Inputs.Select(input => $"{Pascal(input.Key)}=\"{ProjectText(input.Value)}\"");
        var outputs = call.Outputs.Select(name => $"<Output TaskParameter=\"{Pascal(name)}\" {(call.Tables.ContainsKey(name) ? "ItemName" : "PropertyName")}=\"Out_{name}\" />");
        var shown = call.Outputs.Select(name => call.Tables.TryGetValue(name, out var columns)
            ? $"{name}=[@(Out_{name}->'{string.Join(' ', columns.Select(column => $"%({Pascal(column)})"))}', ', ')]"
            : $"{name}=[$(Out_{name})]");
        var feed = await PackageFeed.GetAsync();
        var directory = Directory.CreateDirectory(System.IO.Path.Combine(_lab.Path, "consumer")).FullName;
        feed.WriteConfiguration(directory);
        await File.WriteAllTextAsync(System.IO.Path.Combine(directory, "consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="ModelOps.MSBuild" Version="{feed.Version}" /></ItemGroup>
              <Target Name="Go">
                <{task} {string.Join(' ', attributes)} ProjectFile="../here.csproj" ContinueOnError="true">
                  <Output TaskParameter="ExitCode" PropertyName="Code" />
                  {string.Join("", outputs)}
                </{task}>
                <Message Importance="High" Text="exit [$(Code)] {string.Join(' ', shown)}" />
              </Target>
            </Project>
            """);
        string[] restored = Directory.Exists(System.IO.Path.Combine(directory, "obj")) ? ["--no-restore"] : [];
        var run = await feed.DotNetAsync(directory, ["build", "-t:Go", "-m:1", .. restored], Server(call));
        return FromLine(call, run.Output);
    }

    private async Task<FrontRun> CakeAsync(FrontCall call)
    {
        var feed = await PackageFeed.GetAsync();
        feed.AddTool("cake.tool", "7.0.0");
        feed.WriteConfiguration(_lab.Path);
        if (!Directory.Exists(System.IO.Path.Combine(_lab.Path, ".config")))
        {
            TestFiles.CopyDirectory(System.IO.Path.Combine(TestFiles.Root, ".config"), System.IO.Path.Combine(_lab.Path, ".config"));
            await feed.RestoreToolsAsync(_lab.Path);
        }

        await File.WriteAllTextAsync(System.IO.Path.Combine(_lab.Path, "build.cake"), $$"""
            #addin nuget:file://{{feed.Feed}}?package=Cake.ModelOps&version={{feed.Version}}
            Task("Go").Does(async () =>
            {
                try
                {
                    var result = await {{call.Cake}};
                    Console.WriteLine("exit [0]");
                    {{string.Join('\n', call.Outputs.Select(name => $"Show(\"{name}\", {CakeValue(call, name)});"))}}
                }
                catch (CakeException failure)
                {
                    Console.WriteLine($"exit [{failure.ExitCode}]");
                }
            });
            void Show(string name, object value) => Console.WriteLine($"{name}=[{Text(value)}]");
            string Text(object value) => value switch
            {
                bool flag => flag ? "true" : "false",
                IEnumerable<string> list => string.Join(", ", list),
                Enum choice => System.Text.RegularExpressions.Regex.Replace($"{choice}", "(?<=[a-z])(?=[A-Z])", "-").ToLowerInvariant(),
                _ => FormattableString.Invariant($"{value}"),
            };
            RunTarget("Go");
            """);
        var run = await feed.DotNetAsync(_lab.Path, ["cake", "build.cake"], Server(call));
        return FromLine(call, run.Output);
    }

    private async Task<FrontRun> GitHubAsync(FrontCall call)
    {
        using var machine = CiMachine(call, new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_SHA"] = _lab.Git.Head,
            ["GITHUB_REF"] = "refs/heads/main",
            ["GITHUB_EVENT_NAME"] = "push",
        });
        var run = await ActionRun.OfActionAsync(machine, call.Verb, call.Inputs);
        var exitCode = run.GetProperty("log")[0].GetProperty("exitCode").GetInt32();
        var outputs = run.GetProperty("outputs");
        return new(exitCode, Outputs(call, name => Parsed(call, name, outputs.GetProperty(Kebab(name)).GetString()!)), run.GetRawText());
    }

    private async Task<FrontRun> AzureAsync(FrontCall call)
    {
        using var machine = CiMachine(call, new()
        {
            ["TF_BUILD"] = "True",
            ["BUILD_REASON"] = "IndividualCI",
            ["BUILD_SOURCEVERSION"] = _lab.Git.Head,
            ["BUILD_SOURCEBRANCH"] = "refs/heads/main",
        });
        foreach (var (name, value) in call.Inputs)
        {
            // The agent upper-cases an input's name.
            machine.Environment[$"INPUT_{Pascal(name).ToUpperInvariant()}"] = value;
        }

        machine.Environment["AGENT_TEMPDIRECTORY"] = machine.Temp;
        var run = await ProcessRun.StartAsync(
            "node",
            [System.IO.Path.Combine(TestFiles.Root, "actions", call.Verb, "launch.js")],
            new() { WorkingDirectory = _lab.Path, Environment = machine.Environment });
        var variables = SetVariable().Matches(run.Output).ToDictionary(match => match.Groups[1].Value, match => AgentText(match.Groups[2].Value.TrimEnd('\r')));
        return new(run.ExitCode, Outputs(call, name => Parsed(call, name, variables.GetValueOrDefault(name, ""))), run.Output + run.Error);
    }

    public void Dispose() => _lab.Dispose();

    private CommandStub CiMachine(FrontCall call, Dictionary<string, string> variables)
    {
        var machine = CommandStub.WithBuiltCommand(_lab.Path);
        foreach (var (name, value) in variables)
        {
            machine.Environment[name] = value;
        }

        machine.Environment["CI"] = "true";
        AddServer(machine, call);
        return machine;
    }

    private static void AddServer(CommandStub machine, FrontCall call)
    {
        foreach (var (name, value) in Server(call))
        {
            machine.Environment[name] = value;
        }
    }

    private static (string Name, string Value)[] Server(FrontCall call) =>
        call.Server is { } server ? [("MLFLOW_TRACKING_URI", server), ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")] : [];

    private static FrontRun FromLine(FrontCall call, string log)
    {
        var exit = ExitLine().Match(log);
        Assert.True(exit.Success, log);
        var exitCode = int.Parse(exit.Groups[1].Value, CultureInfo.InvariantCulture);
        var values = NamedValue().Matches(log[exit.Index..]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return new(exitCode, Outputs(call, name => values.GetValueOrDefault(name, "")), log);
    }

    // Every sandbox has a port of its own. An output without a value is an empty text on every host.
    private static Dictionary<string, string> Outputs(FrontCall call, Func<string, string> read) => call.Outputs
        .Select(name => (Name: name, Value: Port().Replace(read(name), ":PORT")))
        .Where(output => output.Value.Length > 0)
        .ToDictionary(output => output.Name, output => output.Value);

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string CakeValue(FrontCall call, string name) => call.Tables.TryGetValue(name, out var columns)
        ? $"string.Join(\", \", result.{Pascal(name)}.Select(row => $\"{string.Join(' ', columns.Select(column => $"{{Text(row.{Pascal(column)})}}"))}\"))"
        : $"result.{Pascal(name)}";

    // A value in a project file: what MSBuild would expand, split or match is written as %XX, then what XML would read.
    private static string ProjectText(string value) => SecurityElement.Escape(
        string.Concat(value.Select(letter => "%;$@*?()'".Contains(letter, StringComparison.Ordinal) ? $"%{(int)letter:X2}" : $"{letter}")));

    // As the agent reads the data of a command.
    private static string AgentText(string data) => data
        .Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%AZP25", "%", StringComparison.Ordinal);

    private static string Kebab(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"));

    // Hosts get a table as JSON.
    private static string Parsed(FrontCall call, string name, string text) =>
        text.Length > 0 && call.Tables.ContainsKey(name) ? Text(call, name, JsonDocument.Parse(text).RootElement) : text;

    private static string Text(FrontCall call, string name, JsonElement value) => call.Tables.TryGetValue(name, out var columns)
        ? string.Join(", ", value.EnumerateArray().Select(row => string.Join(' ', columns.Select(column => Text(row.GetProperty(column))))))
        : Text(value);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    [GeneratedRegex(@"(?<=127\.0\.0\.1):\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"exit \[(\d+)\]")]
    private static partial Regex ExitLine();

    [GeneratedRegex(@"(\w+)=\[([^\]]*)\]")]
    private static partial Regex NamedValue();

    [GeneratedRegex(@"##vso\[task\.setvariable variable=(\w+);isoutput=true;\](.*)")]
    private static partial Regex SetVariable();
}
