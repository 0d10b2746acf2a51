using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class PageTokenTests
{
    [Fact]
    public void Tokens_of_MLflow_are_read() => Assert.Equal(2, PageToken.Read("eyJvZmZzZXQiOiAyfQ=="));

    [Fact]
    public void A_token_is_read_back() => Assert.Equal(12345, PageToken.Read(PageToken.Of(12345)));

    [Theory]
    [InlineData("garbage", "Invalid page token, could not base64-decode")]
    [InlineData("YWJj", "Invalid page token, decoded value=b'abc'")]
    [InlineData("e30=", "Invalid page token, parsed value={}")]
    public void What_is_no_token_is_refused(string token, string message) =>
        Assert.Equal(message, Assert.Throws<MlflowFault>(() => PageToken.Read(token)).Message);
}
