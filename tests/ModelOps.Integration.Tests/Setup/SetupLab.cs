using System.Security.Cryptography;
using ModelOps.Integration.Tests.Node;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>A job's machine with the setup action, whose releases lie on a server of the test.</summary>
internal sealed class SetupLab : IDisposable
{
    /// <summary>Repository of the release.</summary>
    public const string Repository = "organisation/toolkit";

    private const string Releases = "https://releases.example/";

    private readonly TempDirectory _directory = new();
    private readonly CommandStub _machine = new(withModelOps: false);

    public SetupLab()
    {
        Checkout = _directory.File("checkout");
        Directory.CreateDirectory(Path.Combine(Checkout, "actions", "setup"));
        File.Copy(Path.Combine(TestFiles.Root, "actions", "setup", "install.sh"), Path.Combine(Checkout, "actions", "setup", "install.sh"));
        File.Copy(Path.Combine(TestFiles.Root, "Directory.Build.props"), Path.Combine(Checkout, "Directory.Build.props"));
        Be("Linux x86_64", "glibc 2.36");

        // The rule that all is https stands: only the first address is led to this machine.
        _machine.Add("curl", $$"""
            #!/usr/bin/env bash
            arguments=() before=''
            for argument in "$@"; do
              [[ $before == --proto && $argument == '=https' ]] && argument='=http'
              arguments+=("${argument/#'{{Releases}}'/http://127.0.0.1:{{Server.Port}}/}")
              before=$argument
            done
            exec /usr/bin/curl "${arguments[@]}"

            """);
        Serve(SampleArchive.Write());
    }

    public ArchiveServer Server { get; } = new();

    /// <summary>Directory that the action and all of its repository lie in.</summary>
    public string Checkout { get; set; }

    /// <summary>Inputs and other variables.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["TOOL_VERSION"] = ToolkitVersion.Full };

    public CommandStub Machine => _machine;

    /// <summary>Lines that the action added to PATH.</summary>
    public string[] Added => File.Exists(_directory.File("path")) ? File.ReadAllLines(_directory.File("path")) : [];

    /// <summary>What the planning step handed on.</summary>
    public Dictionary<string, string> Outputs => File.ReadAllLines(_directory.File("output")).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>What there is below the directory for installations, by name.</summary>
    public string[] Installed => Directory.Exists(Path.Combine(_machine.Temp, "modelops"))
        ? [.. Directory.EnumerateFileSystemEntries(Path.Combine(_machine.Temp, "modelops")).Select(entry => Path.GetFileName(entry))]
        : [];

    /// <summary>Makes the machine one whose programs say this of it.</summary>
    public void Be(string system, string getconf, string ldd = "")
    {
        _machine.Add("uname", $"#!/bin/sh\necho '{system}'\n");
        _machine.Add("getconf", getconf.Length > 0 ? $"#!/bin/sh\necho '{getconf}'\n" : "#!/bin/sh\nexit 1\n");
        _machine.Add("ldd", $"#!/bin/sh\necho '{ldd}' >&2\nexit 1\n");
    }

    /// <summary>Has the server hand an archive out, and the action's checkout name it as that of the release.</summary>
    public void Serve(byte[] archive, string? sha256 = null, string? commit = null)
    {
        Server.Answer = ("200 OK", archive);
        WriteRelease(new(Repository, ToolkitVersion.Full, commit ?? new('1', 40), $"{Releases}{ReleaseArchive.FileName}", sha256 ?? Convert.ToHexStringLower(SHA256.HashData(archive))));
    }

    public void WriteRelease(ReleaseRecord record) => File.WriteAllText(Path.Combine(Checkout, ReleaseRecord.Path), record.ToText());

    /// <summary>Both steps of the action.</summary>
    public async Task<ProcessRun> RunAsync()
    {
        var plan = await RunAsync("plan");
        if (plan.ExitCode != 0)
        {
            return plan;
        }

        var install = await RunAsync("install");
        return install with { Output = plan.Output + install.Output };
    }

    public Task<ProcessRun> RunAsync(string word)
    {
        if (word == "plan")
        {
            File.Delete(_directory.File("output"));
        }

        var environment = new Dictionary<string, string>(_machine.Environment);
        foreach (var (name, value) in Variables)
        {
            environment[name] = value;
        }

        environment.TryAdd("GITHUB_ACTION_PATH", Path.Combine(Checkout, "actions", "setup"));
        environment.TryAdd("RUNNER_TEMP", _machine.Temp);
        environment["GITHUB_PATH"] = _directory.File("path");
        environment["GITHUB_OUTPUT"] = _directory.File("output");
        return ProcessRun.StartAsync("bash", [Path.Combine(Checkout, "actions", "setup", "install.sh"), word], new() { WorkingDirectory = _machine.Work, Environment = environment });
    }

    public void Dispose()
    {
        Server.Dispose();
        _machine.Dispose();
        _directory.Dispose();
    }
}
