using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Node;

/// <summary>A machine whose <c>modelops</c> and <c>dotnet</c> write down how they were called.</summary>
internal sealed class CommandStub : IDisposable
{
    private const string Recorder = """
        #!/usr/bin/env bash
        { printf '%s\0' "${0##*/} $*"; env -0; } > "$STUB_CALLS/$(ls "$STUB_CALLS" | wc -l)"

        """;

    private const string Verb = Recorder + """
        if [ -n "${GITHUB_OUTPUT:-}" ]; then
          printf 'version<<D\n7\nD\nuri<<D\nmodels:/churn/7\nD\n' >> "$GITHUB_OUTPUT"
        fi
        if [ "$1" = package ]; then
          echo package > "$INPUT_OUTPUT"
        fi
        if [ -n "${STUB_WAIT:-}" ]; then
          trap 'exit 130' TERM INT
          touch "$STUB_WAIT"
          while true; do sleep 0.05; done
        fi
        if [ "$1" = test ]; then
          mkdir -p "$INPUT_OUTPUT"
          echo '<testsuites/>' > "$INPUT_OUTPUT/junit.xml"
        fi
        if [ "$1" = validate ]; then
          mkdir -p "$INPUT_OUTPUT"
          echo '<html></html>' > "$INPUT_OUTPUT/report.html"
        fi
        if [ "$1" = validate ] && [ -n "${GITHUB_OUTPUT:-}" ]; then
          printf 'decision<<D\n%s\nD\n' "${STUB_DECISION:-promote}" >> "$GITHUB_OUTPUT"
        fi
        if [ -n "${STUB_MODELS:-}" ] && [ -n "${GITHUB_OUTPUT:-}" ]; then
          printf 'models<<D\n%s\nD\n' "$STUB_MODELS" >> "$GITHUB_OUTPUT"
        fi
        if [ "${STUB_FAILING:-$1}" = "$1" ] && [ "${STUB_FAILING_MODEL:-${INPUT_MODEL:-}}" = "${INPUT_MODEL:-}" ]; then
          exit "${STUB_EXIT:-0}"
        fi

        """;

    private readonly TempDirectory _directory = new();

    public CommandStub(bool withModelOps = true)
    {
        foreach (var name in (string[])["bin", "calls", "work", "temp"])
        {
            Directory.CreateDirectory(_directory.File(name));
        }

        Add("dotnet", Recorder);
        if (withModelOps)
        {
            Add("modelops", Verb);
        }

        Work = _directory.File("work");
        Environment["PATH"] = $"{_directory.File("bin")}:/usr/local/bin:/usr/bin:/bin";
        Environment["STUB_CALLS"] = _directory.File("calls");
    }

    /// <summary>A machine with the command as it was built, and a repository to run it in.</summary>
    public static CommandStub WithBuiltCommand(string repository, string name = "modelops")
    {
        var machine = new CommandStub(withModelOps: false) { Work = repository };
        machine.Add(name, $"#!/usr/bin/env bash\nexec \"{ModelOpsProgram.File}\" \"$@\"\n");
        machine.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        machine.Environment["HOME"] = machine.Temp;
        return machine;
    }

    /// <summary>A machine whose <c>dotnet tool install</c> puts the command as it was built where it is told to; before, there is none.</summary>
    public static CommandStub WithInstallableCommand(string repository)
    {
        var machine = WithBuiltCommand(repository, "modelops-as-built");
        machine.Add("dotnet", Recorder + """
            while [ $# -gt 0 ] && [ "$1" != --tool-path ]; do shift; done
            ln -s "${0%/*}/modelops-as-built" "$2/modelops"

            """);
        return machine;
    }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Directory in which steps run.</summary>
    public string Work { get; private set; }

    public string Temp => _directory.File("temp");

    /// <summary>Directory of the commands.</summary>
    public string Bin => _directory.File("bin");

    /// <summary>Calls in order.</summary>
    public IReadOnlyList<StubCall> Calls =>
    [
        .. Directory.GetFiles(_directory.File("calls"))
            .OrderBy(file => int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture))
            .Select(file => StubCall.Parse(File.ReadAllText(file))),
    ];

    public void Dispose() => _directory.Dispose();

    /// <summary>Puts a command on the machine.</summary>
    // Written by a process of its own: a file that this one has open for writing is busy for as long as a child that another test starts at that
    // moment has not become its program, and cannot be started until then.
    public void Add(string name, string script)
    {
        var file = Path.Combine(_directory.File("bin"), name);
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(file, script);
            return;
        }

        using var writer = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat > \"$1\" && chmod 700 \"$1\"", "sh", file]) { RedirectStandardInput = true })!;
        writer.StandardInput.Write(script);
        writer.StandardInput.Close();
        writer.WaitForExit();
    }
}
