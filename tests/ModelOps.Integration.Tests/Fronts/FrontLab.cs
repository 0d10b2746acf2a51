using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Integration.Tests.Actions;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>One repository with one package, in which every front registers it on the server of an address.</summary>
internal sealed partial class FrontLab : IDisposable
{
    private static readonly string[] OutputNames = ["model", "version", "uri", "created", "digest"];
    private readonly ReleaseLab _lab = new();

    public static async Task<FrontLab> CreateAsync()
    {
        var lab = new FrontLab();
        await lab._lab.PackageAsync();
        return lab;
    }

    public async Task<FrontRun> CommandAsync(string server)
    {
        using var machine = CommandStub.WithBuiltCommand(_lab.Path);
        machine.Environment["MLFLOW_TRACKING_URI"] = server;
        machine.Environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0";
        var run = await ProcessRun.StartAsync(
            Path.Combine(machine.Bin, "modelops"),
            ["register", "--model", "churn", "--package", "diabetes.modelpkg", "--alias", "challenger", "--tags", "team=a;b, c", "--json"],
            new() { WorkingDirectory = _lab.Path, Environment = machine.Environment });
        using var document = JsonDocument.Parse(run.Output);
        var result = document.RootElement.GetProperty("result");
        return new(run.ExitCode, result.ValueKind == JsonValueKind.Null ? Nothing : Outputs(name => Text(result.GetProperty(name))), run.Output + run.Error);
    }

    public async Task<FrontRun> MSBuildAsync(string server)
    {
        var feed = await PackageFeed.GetAsync();
        var directory = Directory.CreateDirectory(Path.Combine(_lab.Path, "consumer")).FullName;
        feed.WriteConfiguration(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="ModelOps.MSBuild" Version="{feed.Version}" /></ItemGroup>
              <Target Name="Go">
                <ModelOps.MSBuild.Tasks.RegisterModel Model="churn" Package="../diabetes.modelpkg" Alias="challenger" Tags="team=a%3Bb, c" ContinueOnError="true">
                  <Output TaskParameter="ExitCode" PropertyName="Code" />
                  <Output TaskParameter="Model" PropertyName="OutModel" />
                  <Output TaskParameter="Version" PropertyName="OutVersion" />
                  <Output TaskParameter="Uri" PropertyName="OutUri" />
                  <Output TaskParameter="Created" PropertyName="OutCreated" />
                  <Output TaskParameter="Digest" PropertyName="OutDigest" />
                </ModelOps.MSBuild.Tasks.RegisterModel>
                <Message Importance="High" Text="exit [$(Code)] model=[$(OutModel)] version=[$(OutVersion)] uri=[$(OutUri)] created=[$(OutCreated)] digest=[$(OutDigest)]" />
              </Target>
            </Project>
            """);
        var run = await feed.DotNetAsync(
            directory, ["build", "-t:Go", "-m:1"], ("MLFLOW_TRACKING_URI", server), ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0"));
        return FromLine(run.Output);
    }

    public async Task<FrontRun> CakeAsync(string server)
    {
        var feed = await PackageFeed.GetAsync();
        feed.AddTool("cake.tool", "7.0.0");
        feed.WriteConfiguration(_lab.Path);
        if (!Directory.Exists(Path.Combine(_lab.Path, ".config")))
        {
            TestFiles.CopyDirectory(Path.Combine(TestFiles.Root, ".config"), Path.Combine(_lab.Path, ".config"));
        }

        await File.WriteAllTextAsync(Path.Combine(_lab.Path, "build.cake"), $$"""
            #addin nuget:file://{{feed.Feed}}?package=Cake.ModelOps&version={{feed.Version}}
            Task("Go").Does(async () =>
            {
                try
                {
                    var result = await ModelOpsRegister(new RegisterSettings
                    {
                        Model = ModelName.Parse("churn"), Package = "diabetes.modelpkg", Alias = AliasName.Challenger, Tags = [new Tag("team", "a;b, c")],
                    });
                    Console.WriteLine($"exit [0] model=[{result.Model}] version=[{result.Version}] uri=[{result.Uri}] created=[{(result.Created ? "true" : "false")}] digest=[{result.Digest}]");
                }
                catch (CakeException failure)
                {
                    Console.WriteLine($"exit [{failure.ExitCode}]");
                }
            });
            RunTarget("Go");
            """);
        var restored = await feed.DotNetAsync(_lab.Path, ["tool", "restore"]);
        Assert.True(restored.ExitCode == 0, restored.Output);
        var run = await feed.DotNetAsync(
            _lab.Path, ["cake", "build.cake"], ("MLFLOW_TRACKING_URI", server), ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0"));
        return FromLine(run.Output);
    }

    public async Task<FrontRun> GitHubAsync(string server)
    {
        using var machine = CiMachine(server, new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_SHA"] = _lab.Git.Head,
            ["GITHUB_REF"] = "refs/heads/main",
            ["GITHUB_EVENT_NAME"] = "push",
        });
        var inputs = new Dictionary<string, string>
        {
            ["model"] = "churn", ["package"] = "diabetes.modelpkg", ["alias"] = "challenger", ["tags"] = "team=a;b, c",
        };
        var run = await ActionRun.OfActionAsync(machine, "register", inputs);
        var exitCode = run.GetProperty("log")[0].GetProperty("exitCode").GetInt32();
        var outputs = run.GetProperty("outputs");
        return new(exitCode, exitCode == 0 ? Outputs(name => Text(outputs.GetProperty(name))) : Nothing, run.GetRawText());
    }

    public async Task<FrontRun> AzureAsync(string server)
    {
        using var machine = CiMachine(server, new()
        {
            ["TF_BUILD"] = "True",
            ["BUILD_REASON"] = "IndividualCI",
            ["BUILD_SOURCEVERSION"] = _lab.Git.Head,
            ["BUILD_SOURCEBRANCH"] = "refs/heads/main",
            ["INPUT_MODEL"] = "churn",
            ["INPUT_PACKAGE"] = "diabetes.modelpkg",
            ["INPUT_ALIAS"] = "challenger",
            ["INPUT_TAGS"] = "team=a;b, c",
        });
        machine.Environment["AGENT_TEMPDIRECTORY"] = machine.Temp;
        var run = await ProcessRun.StartAsync(
            "node",
            [Path.Combine(TestFiles.Root, "actions", "register", "launch.js")],
            new() { WorkingDirectory = _lab.Path, Environment = machine.Environment });
        var variables = SetVariable().Matches(run.Output).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.TrimEnd('\r'));
        return new(run.ExitCode, run.ExitCode == 0 ? variables : Nothing, run.Output + run.Error);
    }

    public void Dispose() => _lab.Dispose();

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    private CommandStub CiMachine(string server, Dictionary<string, string> variables)
    {
        var machine = CommandStub.WithBuiltCommand(_lab.Path);
        foreach (var (name, value) in variables)
        {
            machine.Environment[name] = value;
        }

        machine.Environment["CI"] = "true";
        machine.Environment["MLFLOW_TRACKING_URI"] = server;
        machine.Environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0";
        return machine;
    }

    private static FrontRun FromLine(string log)
    {
        var exit = ExitLine().Match(log);
        Assert.True(exit.Success, log);
        var exitCode = int.Parse(exit.Groups[1].Value, CultureInfo.InvariantCulture);
        var values = NamedValue().Matches(log[exit.Index..]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return new(exitCode, exitCode == 0 ? Outputs(name => values[name]) : Nothing, log);
    }

    private static Dictionary<string, string> Outputs(Func<string, string> read) => OutputNames.ToDictionary(name => name, read);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    [GeneratedRegex(@"exit \[(\d+)\]")]
    private static partial Regex ExitLine();

    [GeneratedRegex(@"(\w+)=\[([^\]]*)\]")]
    private static partial Regex NamedValue();

    [GeneratedRegex(@"##vso\[task\.setvariable variable=(\w+);isoutput=true;\](.*)")]
    private static partial Regex SetVariable();
}
