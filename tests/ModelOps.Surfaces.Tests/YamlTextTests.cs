using ModelOps.Surfaces.Text;
using YamlDotNet.Serialization;

namespace ModelOps.Surfaces.Tests;

public class YamlTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("it's: \"quoted\" # not a comment")]
    [InlineData("- a list? & an anchor * { } [ ] ! | > % @ `")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData(" spaces around ")]
    [InlineData("true")]
    [InlineData("")]
    public void Quoted_text_reads_back_as_it_was(string text)
    {
        var document = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>($"key: {YamlText.Quote(text)}\n");
        Assert.Equal(text, document["key"]);
    }
}
