using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The built command serves a sandbox.</summary>
public sealed class SandboxCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempDirectory _directory = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose()
    {
        _client.Dispose();
        _directory.Dispose();
    }

    [UnixTheory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_prints_one_document_when_it_is_ready_and_a_signal_is_its_normal_end(string signal)
    {
        using var command = Start("sandbox", "--json");
        try
        {
            using var document = await ReadDocumentAsync(command.StandardOutput);
            var result = document.RootElement.GetProperty("result");
            Assert.Equal("OK", await _client.GetStringAsync($"{result.GetProperty("uri").GetString()}/health"));
            Assert.False(command.HasExited);

            using var kill = Process.Start("kill", [$"-{signal}", command.Id.ToString(CultureInfo.InvariantCulture)]);
            await command.WaitForExitAsync().WaitAsync(Patience);

            Assert.Equal((0, "", ""), (command.ExitCode, await command.StandardOutput.ReadToEndAsync(), await command.StandardError.ReadToEndAsync()));
            Assert.Throws<ArgumentException>(() => Process.GetProcessById(result.GetProperty("processId").GetInt32()));
        }
        finally
        {
            command.Kill();
        }
    }

    [UnixFact]
    public async Task A_sandbox_does_not_outlive_a_command_that_is_killed()
    {
        using var command = Start("sandbox", "--json");
        using var document = await ReadDocumentAsync(command.StandardOutput);
        using var sandbox = Process.GetProcessById(document.RootElement.GetProperty("result").GetProperty("processId").GetInt32());

        command.Kill();

        await sandbox.WaitForExitAsync().WaitAsync(Patience);
    }

    [UnixFact]
    public async Task A_sandbox_that_crashes_is_exit_code_6()
    {
        using var command = Start("sandbox", "--json");
        using var document = await ReadDocumentAsync(command.StandardOutput);
        using var sandbox = Process.GetProcessById(document.RootElement.GetProperty("result").GetProperty("processId").GetInt32());

        sandbox.Kill();
        await command.WaitForExitAsync().WaitAsync(Patience);

        // The native program serves itself, and dies with its sandbox.
        Assert.Equal((ModelOpsProgram.IsNative ? 137 : 6, ""), (command.ExitCode, await command.StandardOutput.ReadToEndAsync()));
        Assert.Equal(!ModelOpsProgram.IsNative, (await command.StandardError.ReadToEndAsync()).Contains("error MOP5103", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_detached_sandbox_goes_on_until_its_time_is_over()
    {
        var (exitCode, output, _) = await ModelOpsCommand.RunAsync(_directory.Path, "sandbox", "--detach", "--json", "--store", "sqlite:///kept.db");
        Assert.Equal(0, exitCode);
        using var document = JsonDocument.Parse(output);
        var result = document.RootElement.GetProperty("result");
        using var sandbox = Process.GetProcessById(result.GetProperty("processId").GetInt32());
        try
        {
            Assert.Equal("OK", await _client.GetStringAsync($"{result.GetProperty("uri").GetString()}/health"));
            Assert.Equal(Path.Combine(_directory.Path, "kept.db"), result.GetProperty("store").GetString());
            Assert.NotEqual(JsonValueKind.Null, result.GetProperty("endsAt").ValueKind);
        }
        finally
        {
            sandbox.Kill();
            await sandbox.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task The_time_to_live_is_a_normal_end()
    {
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path, "sandbox", "--ttl", "1s", "--host", "localhost");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Single(output.Split('\n'), line => line.StartsWith("uri ", StringComparison.Ordinal));
        Assert.Contains("export MLFLOW_TRACKING_URI=http://127.0.0.1:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_than_loopback_is_warned_of()
    {
        var (exitCode, _, error) = await ModelOpsCommand.RunAsync(_directory.Path, "sandbox", "--ttl", "1s", "--host", "0.0.0.0");

        Assert.Equal(0, exitCode);
        Assert.Contains("warning MOP5104", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_and_an_address_of_another_machine_are_told_as_such()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var busy = await ModelOpsCommand.RunAsync(_directory.Path, "sandbox", "--ttl", "1s", "--port", port);
        var foreign = await ModelOpsCommand.RunAsync(_directory.Path, "sandbox", "--ttl", "1s", "--host", "192.0.2.1");

        Assert.Equal((2, 2), (busy.ExitCode, foreign.ExitCode));
        Assert.Contains($"error MOP5102: The sandbox cannot listen on 127.0.0.1, port {port}: ", busy.Error, StringComparison.Ordinal);
        Assert.Contains("error MOP5102: The sandbox cannot listen on 192.0.2.1, port 0: ", foreign.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_inputs_are_all_told_and_nothing_is_started()
    {
        var (exitCode, output, error) = await ModelOpsCommand.RunAsync(
            _directory.Path, "sandbox", "--port", "70000", "--store", "mlflow.db", "--watch-process", "0", "--host", "mlflow.test");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal(4, error.Split("error MOP0002").Length - 1);
    }

    private Process Start(params string[] words) => ModelOpsCommand.StartInterruptible(_directory.Path, [], words);

    private static async Task<JsonDocument> ReadDocumentAsync(StreamReader output)
    {
        var lines = new List<string>();
        do
        {
            lines.Add(await output.ReadLineAsync().WaitAsync(Patience) ?? throw new EndOfStreamException(string.Join('\n', lines)));
        }
        while (lines[^1] != "}");

        return JsonDocument.Parse(string.Join('\n', lines));
    }
}
