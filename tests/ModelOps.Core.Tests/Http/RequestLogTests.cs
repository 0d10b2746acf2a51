using System.Net;
using ModelOps.Http;

namespace ModelOps.Core.Tests.Http;

/// <summary>What is said of a request, and what never is.</summary>
public sealed class RequestLogTests
{
    private readonly List<string> _lines = [];

    [Fact]
    public async Task A_line_has_method_address_status_time_and_the_servers_id_of_the_request()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.BadGateway);
        answer.Headers.Add("X-Request-Id", "4f2a");

        await SendAsync(new(HttpMethod.Post, "http://mlflow.test:5000/api/2.0/mlflow/runs/create"), () => answer);

        Assert.Matches(@"\APOST http://mlflow\.test:5000/api/2\.0/mlflow/runs/create: 502 in \d+ ms, X-Request-Id 4f2a\z", Assert.Single(_lines));
    }

    [Fact]
    public async Task Neither_user_nor_signature_nor_token_nor_a_header_is_said()
    {
        var request = new HttpRequestMessage(
            HttpMethod.Put, "https://ada:lovelace@bucket.test/part?partNumber=2&X-Amz-Signature=5f0c1a&sig=a%2Bb&access_token=opaque&bare&filter=name+%3D+%27churn%27");
        request.Headers.Authorization = new("Bearer", "tok-5f0c1a");
        request.Headers.Add("X-Api-Key", "key-5f0c1a");

        await SendAsync(request, () => new(HttpStatusCode.OK));

        Assert.Matches(
            @"\APUT https://bucket\.test/part\?partNumber=2&X-Amz-Signature=\*\*\*&sig=\*\*\*&access_token=\*\*\*&bare=\*\*\*&filter=name = 'churn': 200 in \d+ ms\z",
            Assert.Single(_lines));
    }

    [Fact]
    public async Task A_request_without_an_answer_says_why_and_fails_as_before()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(
            new(HttpMethod.Get, "http://mlflow.test/version"), () => throw new HttpRequestException("no route")));

        Assert.Matches(@"\AGET http://mlflow\.test/version: no answer in \d+ ms, HttpRequestException: no route\z", Assert.Single(_lines));
    }

    private async Task SendAsync(HttpRequestMessage request, Func<HttpResponseMessage> answer)
    {
        using var invoker = new HttpMessageInvoker(new RequestLog(new Answering(answer), _lines.Add));
        using (request)
        using (await invoker.SendAsync(request, CancellationToken.None))
        {
        }
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}
