using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Tests.Registry;
using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Tests.Webhooks;

public sealed class WebhookTests
{
    private static readonly object[] AllEvents =
    [
        new { entity = "REGISTERED_MODEL", action = "CREATED" }, new { entity = "MODEL_VERSION", action = "CREATED" },
        new { entity = "MODEL_VERSION_TAG", action = "SET" }, new { entity = "MODEL_VERSION_TAG", action = "DELETED" },
        new { entity = "MODEL_VERSION_ALIAS", action = "CREATED" }, new { entity = "MODEL_VERSION_ALIAS", action = "DELETED" },
        new { entity = "PROMPT", action = "CREATED" }, new { entity = "PROMPT_TAG", action = "SET" },
    ];

    [Fact]
    public async Task Each_call_of_the_registry_is_delivered_as_a_real_server_delivers_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var lab = await StartAsync();
        await CreateAsync(lab, receiver);
        var captured = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(TestFiles.Root, "tests", "Wire", "3.11", "webhooks-deliveries.json"))).RootElement.GetProperty("cases");

        foreach (var one in captured.EnumerateArray().Where(one => one.GetProperty("deliveries").GetArrayLength() > 0))
        {
            var trigger = one.GetProperty("trigger");
            await RegistryLab.OkAsync(lab.SendAsync(
                new(trigger.GetProperty("method").GetString()!), trigger.GetProperty("path").GetString()!["/api/2.0/mlflow/".Length..],
                trigger.GetProperty("body")));
            var delivery = await receiver.NextAsync();

            var expected = one.GetProperty("deliveries")[0].GetProperty("request").GetProperty("body");
            Assert.Equal(expected.GetProperty("entity").GetString(), delivery.Json.GetProperty("entity").GetString());
            Assert.Equal(expected.GetProperty("action").GetString(), delivery.Json.GetProperty("action").GetString());
            Assert.True(JsonElement.DeepEquals(expected.GetProperty("data"), delivery.Json.GetProperty("data")), delivery.Body);
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$", delivery.Json.GetProperty("timestamp").GetString());
        }
    }

    [Fact]
    public async Task A_test_sends_what_a_real_server_sends()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var lab = await StartAsync();
        var id = await CreateAsync(lab, receiver);
        var captured = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(TestFiles.Root, "tests", "Wire", "3.11", "webhooks-deliveries.json"))).RootElement.GetProperty("tests");

        foreach (var one in captured.EnumerateArray().Where(one => one.TryGetProperty("delivery", out _)))
        {
            var answer = await RegistryLab.OkAsync(lab.PostAsync($"webhooks/{id}/test", one.GetProperty("request").GetProperty("body")));
            var delivery = await receiver.NextAsync();

            Assert.True(JsonElement.DeepEquals(one.GetProperty("response").GetProperty("body"), answer), $"{answer}");
            var expected = one.GetProperty("delivery").GetProperty("request").GetProperty("body").GetProperty("data");
            Assert.True(JsonElement.DeepEquals(expected, delivery.Json.GetProperty("data")), $"{one.GetProperty("case")}: {delivery.Body}");
        }
    }

    [Fact]
    public async Task A_delivery_is_signed_with_the_secret_that_no_answer_and_no_file_shows()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var lab = await StartAsync();
        var id = await CreateAsync(lab, receiver);

        await lab.CreateModelAsync("churn");

        var delivery = await receiver.NextAsync();
        var expected = WebhookSignature.Of("s3cret", delivery.Headers["X-MLflow-Delivery-Id"], delivery.Headers["X-MLflow-Timestamp"], delivery.Body);
        Assert.Equal(expected, delivery.Headers["X-MLflow-Signature"]);
        Assert.Equal("application/json", delivery.Headers["Content-Type"]);
        Assert.DoesNotContain("s3cret", $"{(await lab.GetAsync($"webhooks/{id}")).Body}", StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", ReadAll(lab.StoreFile), StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_is_that_of_the_captured_server() => Assert.Equal(
        "v1,kTETCrD3b8az3tf8tiXIQgUJeba+fJaE7OisniCY2zo=",
        WebhookSignature.Of(
            "s3cret", "1210db90-7795-47b6-819a-155914a6ea53", "1795237687",
            "{\"entity\": \"registered_model\", \"action\": \"created\", \"timestamp\": \"2026-11-21T05:08:07.644571+00:00\", \"data\": {\"name\": "
            + "\"example_model\", \"tags\": {\"example_key\": \"example_value\"}, \"description\": \"An example registered model\"}}"));

    [Fact]
    public async Task A_receiver_that_is_busy_is_asked_again_later_with_the_same_delivery()
    {
        var time = new ImpatientTime();
        await using var receiver = await Receiver.StartAsync((count, response) =>
        {
            response.StatusCode = count == 1 ? 429 : count == 2 ? 503 : 200;
            response.Headers.RetryAfter = count == 1 ? "7" : default;
            return Task.CompletedTask;
        });
        await using var lab = await StartAsync(time);
        var id = await CreateAsync(lab, receiver);

        var answer = await RegistryLab.OkAsync(lab.PostAsync($"webhooks/{id}/test", new { }));

        Assert.Equal(200, answer.GetProperty("result").GetProperty("response_status").GetInt32());
        var ids = new[] { await receiver.NextAsync(), await receiver.NextAsync(), await receiver.NextAsync() };
        Assert.Single(ids.Select(one => one.Headers["X-MLflow-Delivery-Id"]).Distinct());
        Assert.Contains(TimeSpan.FromSeconds(7), time.Waits);
    }

    [Fact]
    public async Task A_receiver_that_stays_broken_is_asked_four_times()
    {
        await using var receiver = await Receiver.StartAsync((_, response) =>
        {
            response.StatusCode = 500;
            return response.WriteAsync("no");
        });
        await using var lab = await StartAsync(new ImpatientTime());
        var id = await CreateAsync(lab, receiver);

        var result = (await RegistryLab.OkAsync(lab.PostAsync($"webhooks/{id}/test", new { }))).GetProperty("result");

        Assert.Equal((false, 500, "no"), (
            result.GetProperty("success").GetBoolean(), result.GetProperty("response_status").GetInt32(), result.GetProperty("response_body").GetString()));
        for (var count = 0; count < 4; count++)
        {
            await receiver.NextAsync();
        }
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        await using var other = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync((_, response) =>
        {
            response.Redirect(other.Uri + "/inner");
            return Task.CompletedTask;
        });
        await using var lab = await StartAsync();
        var id = await CreateAsync(lab, receiver);

        var result = (await RegistryLab.OkAsync(lab.PostAsync($"webhooks/{id}/test", new { }))).GetProperty("result");

        Assert.Equal(302, result.GetProperty("response_status").GetInt32());
    }

    [Fact]
    public async Task A_receiver_that_never_answers_holds_up_no_call()
    {
        var ended = new TaskCompletionSource();
        await using var receiver = await Receiver.StartAsync((_, _) => ended.Task);
        await using (var lab = await StartAsync())
        {
            await CreateAsync(lab, receiver);

            for (var number = 0; number < 50; number++)
            {
                await lab.CreateModelAsync($"model-{number}");
            }

            await receiver.NextAsync();
        }

        ended.SetResult();
    }

    [Fact]
    public async Task A_webhook_is_told_nothing_while_it_is_disabled_and_after_it_was_deleted()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var lab = await StartAsync();
        var id = await CreateAsync(lab, receiver);
        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Patch, $"webhooks/{id}", new { status = "DISABLED" }));
        await lab.CreateModelAsync("unseen");
        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Patch, $"webhooks/{id}", new { status = "ACTIVE" }));
        await lab.CreateModelAsync("seen");

        Assert.Equal("seen", (await receiver.NextAsync()).Json.GetProperty("data").GetProperty("name").GetString());

        await RegistryLab.OkAsync(lab.SendAsync(HttpMethod.Delete, $"webhooks/{id}", body: null));
        await lab.CreateModelAsync("unseen-too");
        await CreateAsync(lab, receiver);
        await lab.CreateModelAsync("seen-again");
        Assert.Equal("seen-again", (await receiver.NextAsync()).Json.GetProperty("data").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_tag_of_a_prompt_is_another_event_than_a_tag_of_a_model()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var lab = await StartAsync();
        await lab.CreateModelAsync("churn");
        await lab.CreateModelAsync("greeting", ("mlflow.prompt.is_prompt", "true"));
        await CreateAsync(lab, receiver);

        await lab.PostAsync("registered-models/set-tag", new { name = "churn", key = "a", value = "1" });
        await lab.PostAsync("registered-models/set-tag", new { name = "greeting", key = "b", value = "2" });

        var delivery = await receiver.NextAsync();
        Assert.Equal("prompt_tag", delivery.Json.GetProperty("entity").GetString());
        Assert.Equal("greeting", delivery.Json.GetProperty("data").GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_address_of_this_machine_is_refused_unless_the_options_allow_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var lab = await RegistryLab.StartAsync();

        var (status, _) = await lab.PostAsync("webhooks", new { name = "w", url = "https://localhost:1/hook", events = AllEvents });

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task A_webhook_whose_secret_cannot_be_read_any_more_is_sent_nothing()
    {
        using var directory = new TempDirectory();
        await using var receiver = await Receiver.StartAsync();
        var options = new SandboxOptions { StoreFile = directory.File("mlflow.db"), AllowPrivateWebhooks = true };
        string id;
        await using (var before = await RegistryLab.StartAsync(options))
        {
            id = await CreateAsync(before, receiver);
        }

        await using var lab = await RegistryLab.StartAsync(options);
        var result = (await RegistryLab.OkAsync(lab.PostAsync($"webhooks/{id}/test", new { }))).GetProperty("result");

        Assert.False(result.GetProperty("success").GetBoolean());
        Assert.Contains("another key", result.GetProperty("error_message").GetString(), StringComparison.Ordinal);
    }

    private static Task<RegistryLab> StartAsync(TimeProvider? time = null) =>
        RegistryLab.StartAsync(new SandboxOptions { AllowPrivateWebhooks = true }, time);

    private static async Task<string> CreateAsync(RegistryLab lab, Receiver receiver)
    {
        var answer = await RegistryLab.OkAsync(lab.PostAsync(
            "webhooks", new { name = "w", url = receiver.Uri + "/hook", events = AllEvents, secret = "s3cret" }));
        return answer.GetProperty("webhook").GetProperty("webhook_id").GetString()!;
    }

    private static string ReadAll(string storeFile) => string.Concat(
        Directory.GetFiles(Path.GetDirectoryName(storeFile)!, "mlflow.db*").Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }));
}
