using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>GitHub, as far as comments of one pull request go: o/r#12. What it gets and what it says is held against GitHub's own description.</summary>
internal sealed partial class GitHubServer : IAsyncDisposable
{
    public const string Token = "ghs_0123456789abcdefghijABCDEFGHIJ012345";
    public const string Bot = "github-actions[bot]";

    private const string Listing = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
    private const string One = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

    private readonly WebApplication _app;
    private readonly string _root;
    private long _last = 100;

    private GitHubServer(string root)
    {
        _root = root;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>What the runner calls GITHUB_API_URL.</summary>
    public string Api => _app.Urls.First() + _root;

    /// <summary>Whose token it is.</summary>
    public string Owner { get; set; } = Bot;

    public List<(long Id, string Author, string Body)> Comments { get; } = [];

    /// <summary>Requests in their order, as method and path with query.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What was not as GitHub describes it.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <summary>Answers instead, where it says true: a refusal, a limit or a lie.</summary>
    public Func<HttpContext, Task<bool>> Instead { get; set; } = _ => Task.FromResult(false);

    public static async Task<GitHubServer> StartAsync(string root = "")
    {
        var server = new GitHubServer(root);
        await server._app.StartAsync();
        return server;
    }

    public void Add(string author, string body) => Comments.Add((++_last, author, body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var (method, path) = (http.Request.Method.ToLowerInvariant(), http.Request.Path.Value!);
        Requests.Enqueue($"{http.Request.Method} {path}{http.Request.QueryString}");
        Check(http.Request.Headers.Authorization == $"Bearer {Token}", $"authorization is {http.Request.Headers.Authorization}");
        Check(http.Request.Headers.UserAgent.ToString().StartsWith("modelops/", StringComparison.Ordinal), "the program does not say its name");
        Check(http.Request.Headers["X-GitHub-Api-Version"] == "2022-11-28", "no version of the interface");
        var graph = _root.Length == 0 ? "/graphql" : "/api/graphql";
        if (path == graph)
        {
            Check(body == """{"query":"query { viewer { login } }"}""", $"question is {body}");
            if (!await Instead(http))
            {
                await SayAsync(http, 200, $$"""{"data":{"viewer":{"login":"{{Owner}}"} } }""");
            }

            return;
        }

        var description = path == $"{_root}/repos/o/r/issues/12/comments" ? Listing : OneComment().IsMatch(path[_root.Length..]) ? One : null;
        if (description is null)
        {
            Problems.Enqueue($"nobody asks for {path}");
            http.Response.StatusCode = 404;
            return;
        }

        foreach (var problem in GitHubDescription.ProblemsOfRequest(description, method, http.Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())), body))
        {
            Problems.Enqueue(problem);
        }

        if (await Instead(http))
        {
            return;
        }

        var (status, answer) = method switch
        {
            "get" => (200, Page(http).ToJsonString()),
            "post" => (201, Write(null, body).ToJsonString()),
            _ => (200, Write(long.Parse(path.Split('/')[^1], CultureInfo.InvariantCulture), body).ToJsonString()),
        };
        foreach (var problem in GitHubDescription.ProblemsOfAnswer(description, method, status, answer))
        {
            Problems.Enqueue($"own answer: {problem}");
        }

        await SayAsync(http, status, answer);
    }

    public static async Task<bool> SayAsync(HttpContext http, int status, string json, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(json);
        return true;
    }

    private JsonArray Page(HttpContext http)
    {
        var (size, page) = (int.Parse(http.Request.Query["per_page"]!, CultureInfo.InvariantCulture), int.Parse(http.Request.Query["page"]!, CultureInfo.InvariantCulture));
        if (page * size < Comments.Count)
        {
            http.Response.Headers.Link = $"<{Api}/repositories/1/issues/12/comments?per_page={size}&page={page + 1}>; rel=\"next\"";
        }

        return [.. Comments.Skip((page - 1) * size).Take(size).Select(comment => Of(comment))];
    }

    private JsonNode Write(long? id, string body)
    {
        var text = JsonNode.Parse(body)!["body"]!.GetValue<string>();
        Check(text.Length <= 65536, "body is too long (maximum is 65536 characters)");
        if (id is null)
        {
            Add(Owner, text);
            return Of(Comments[^1]);
        }

        var index = Comments.FindIndex(comment => comment.Id == id);
        Comments[index] = Comments[index] with { Body = text };
        return Of(Comments[index]);
    }

    private static JsonNode Of((long Id, string Author, string Body) comment)
    {
        var json = JsonNode.Parse(GitHubDescription.Example)!;
        (json["id"], json["body"], json["user"]!["login"]) = (comment.Id, comment.Body, comment.Author);
        json["user"]!["type"] = comment.Author.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User";
        return json;
    }

    private void Check(bool holds, string problem)
    {
        if (!holds)
        {
            Problems.Enqueue(problem);
        }
    }

    [GeneratedRegex(@"\A/repos/o/r/issues/comments/[0-9]+\z")]
    private static partial Regex OneComment();
}
