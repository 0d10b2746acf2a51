using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Surfaces.Packing;

/// <summary>A bill of materials in CycloneDX's JSON, which its tool stamps with the present time and a random number.</summary>
internal static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same bill, with the time given and a serial number that comes from what it lists.</summary>
    public static string Rewrite(string json, DateTimeOffset time)
    {
        var bill = JsonNode.Parse(json)!.AsObject();
        bill.Remove("serialNumber");
        bill["metadata"]!["timestamp"] = time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        bill["serialNumber"] = $"urn:uuid:{Number(bill.ToJsonString(Format))}";
        return $"{bill.ToJsonString(Format)}\n";
    }

    // Version 8 of RFC 9562: bits of our own making.
    private static Guid Number(string text)
    {
        var bits = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bits[6] = (byte)((bits[6] & 0x0F) | 0x80);
        bits[8] = (byte)((bits[8] & 0x3F) | 0x80);
        return new(bits, bigEndian: true);
    }
}
