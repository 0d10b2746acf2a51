using System.Net;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Webhooks;

namespace ModelOps.Sandbox.Tests.Webhooks;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void An_address_of_the_internet_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    public void An_address_of_this_machine_or_its_network_is_not(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://user@127.0.0.1/")]
    [InlineData("https://93.184.216.34\\@127.0.0.1/")]
    [InlineData("https://127.0.0.1#@93.184.216.34/")]
    [InlineData("https:///hook")]
    [InlineData("https://")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://93.184.216.34/")]
    [InlineData("  ")]
    public async Task A_URL_that_leads_inwards_is_refused_however_it_is_written(string url)
    {
        var targets = new WebhookTargets(allowsPrivate: false);

        try
        {
            // Where the two readings of a text differ, the one that is called counts.
            Assert.Equal("93.184.216.34", (await targets.CheckAsync(url, CancellationToken.None)).Host);
        }
        catch (MlflowFault fault)
        {
            Assert.Equal(ErrorCode.InvalidParameterValue, fault.Code);
        }
    }
}
