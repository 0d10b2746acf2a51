using System.Diagnostics;
using System.Text.Json.Nodes;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Reports;

/// <summary>A headless Chromium with a profile of its own that reaches no other host.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Greeting = "DevTools listening on ";

    private static readonly string? Program = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(directory => Path.Combine(directory, name)))
        .FirstOrDefault(File.Exists);

    private readonly TempDirectory _profile = new();
    private readonly Process _process;
    private DevTools? _tools;

    private Chromium()
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "about:blank",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
    }

    /// <summary>Why tests that need Chromium cannot run; null when they can.</summary>
    public static string? SkipReason => Program is null ? "chromium is not installed" : null;

    public static async Task<Chromium> StartAsync(CancellationToken cancellationToken)
    {
        var browser = new Chromium();
        try
        {
            var address = await browser.ReadAddressAsync(cancellationToken);
            browser._tools = await DevTools.ConnectAsync(address, cancellationToken);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a file and tells what became of it.</summary>
    public async Task<PageView> OpenAsync(string file, int width, bool isDark, CancellationToken cancellationToken)
    {
        var target = await CallAsync("Target.createTarget", new() { ["url"] = "about:blank" }, null);
        var attached = await CallAsync("Target.attachToTarget", new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, null);
        var session = (string)attached["sessionId"]!;
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await CallAsync($"{domain}.enable", [], session);
        }

        await CallAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false }, session);
        var scheme = new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" };
        await CallAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(scheme) }, session);
        var address = new Uri(file).AbsoluteUri;
        await CallAsync("Page.navigate", new() { ["url"] = address }, session);
        await _tools!.WaitForAsync("Page.loadEventFired", session, cancellationToken);
        var contentWidth = await EvaluateAsync("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)");
        var contentHeight = await EvaluateAsync("document.documentElement.scrollHeight");
        var text = await EvaluateAsync("document.body.innerText");
        var headings = JsonNode.Parse((string)(await EvaluateAsync(
            "JSON.stringify(Object.fromEntries([...document.querySelectorAll('h2')].map(title => [title.textContent, title.getBoundingClientRect().top + scrollY])))"))!)!.AsObject();
        var picture = await CallAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true }, session);
        var events = _tools.Events.Where(message => (string?)message["sessionId"] == session).ToArray();
        await CallAsync("Target.closeTarget", new() { ["targetId"] = (string)target["targetId"]! }, null);
        return new(
            [.. events.Where(message => (string?)message["method"] is "Runtime.consoleAPICalled" or "Runtime.exceptionThrown" or "Log.entryAdded").Select(message => message.ToJsonString())],
            [.. events.Where(message => (string?)message["method"] == "Network.requestWillBeSent").Select(message => (string)message["params"]!["request"]!["url"]!).Where(url => url != address)],
            (double)contentWidth, (double)contentHeight, (string)text!,
            headings.ToDictionary(heading => heading.Key, heading => (double)heading.Value!), Convert.FromBase64String((string)picture["data"]!));

        Task<JsonNode> CallAsync(string method, JsonObject arguments, string? sessionId) => _tools!.CallAsync(method, arguments, sessionId, cancellationToken);

        async Task<JsonNode> EvaluateAsync(string expression) =>
            (await CallAsync("Runtime.evaluate", new() { ["expression"] = expression }, session))["result"]!["value"]!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_tools is not null)
        {
            await _tools.DisposeAsync();
        }

        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await RemoveProfileAsync();
    }

    private async Task<Uri> ReadAddressAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(line[Greeting.Length..]);
            }
        }

        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    // A helper process that outlives its parent for a moment may still write to the profile.
    private async Task RemoveProfileAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _profile.Dispose();
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}
