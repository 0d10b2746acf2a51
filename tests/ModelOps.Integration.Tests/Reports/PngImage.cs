using System.Buffers.Binary;
using System.IO.Compression;

namespace ModelOps.Integration.Tests.Reports;

/// <summary>The pixels of a PNG of eight bits a channel, as browsers write it.</summary>
internal sealed class PngImage
{
    private readonly byte[] _pixels;
    private readonly int _channels;

    public PngImage(byte[] file)
    {
        using var data = new MemoryStream();
        for (var offset = 8; offset < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(offset));
            var content = file.AsSpan(offset + 8, length);
            switch (System.Text.Encoding.ASCII.GetString(file, offset + 4, 4))
            {
                case "IHDR":
                    (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                    _channels = content[9] == 6 ? 4 : 3;
                    break;
                case "IDAT":
                    data.Write(content);
                    break;
            }

            offset += length + 12;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        _pixels = Unfilter(inflated);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>How many pixels have each colour.</summary>
    public Dictionary<int, int> Colours()
    {
        var colours = new Dictionary<int, int>();
        for (var at = 0; at < _pixels.Length; at += _channels)
        {
            var colour = (_pixels[at] << 16) | (_pixels[at + 1] << 8) | _pixels[at + 2];
            colours[colour] = colours.GetValueOrDefault(colour) + 1;
        }

        return colours;
    }

    private byte[] Unfilter(Stream inflated)
    {
        var stride = Width * _channels;
        var pixels = new byte[stride * Height];
        var line = new byte[stride + 1];
        for (var y = 0; y < Height; y++)
        {
            inflated.ReadExactly(line);
            for (var x = 0; x < stride; x++)
            {
                var left = x >= _channels ? pixels[(y * stride) + x - _channels] : 0;
                var up = y > 0 ? pixels[((y - 1) * stride) + x] : 0;
                var corner = y > 0 && x >= _channels ? pixels[((y - 1) * stride) + x - _channels] : 0;
                pixels[(y * stride) + x] = (byte)(line[x + 1] + line[0] switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
