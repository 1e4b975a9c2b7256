using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MspBot.Browser.Tests;

/// <summary>
/// Packs a browser's PNG anew: pictures of text on flat colours are a quarter smaller with no filter and the best compression,
/// and the browser is made for speed.
/// </summary>
internal static class Png
{
    private const int Signature = 8;

    internal static byte[] Smaller(byte[] png)
    {
        using var packed = new MemoryStream();
        int width = 0, height = 0, pixel = 0;
        byte[] head = [];
        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = Encoding.ASCII.GetString(png, at + 4, 4);
            var body = png.AsSpan(at + 8, length);
            if (kind == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                pixel = (body[8], body[9], body[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    _ =>
                    throw new NotSupportedException("only plain RGB and RGBA")
                };
                head = body.ToArray();
            }

            if (kind == "IDAT") packed.Write(body);
            at += 12 + length;
        }

        packed.Position = 0;
        using var plain = new MemoryStream();
        using (var inflate = new ZLibStream(packed, CompressionMode.Decompress)) inflate.CopyTo(plain);
        var rows = plain.ToArray();
        Unfilter(rows, height, width * pixel, pixel);

        using var result = new MemoryStream();
        result.Write(png.AsSpan(0, Signature));
        Chunk(result, "IHDR", head);
        using var squeezed = new MemoryStream();
        using (var deflate = new ZLibStream(squeezed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(rows);
        Chunk(result, "IDAT", squeezed.ToArray());
        Chunk(result, "IEND", []);
        return result.Length < png.Length ? result.ToArray() : png;
    }

    /// <summary>Each row begins with the number of its filter; afterwards all are 0, and the bytes are the colours themselves.</summary>
    private static void Unfilter(byte[] rows, int height, int stride, int pixel)
    {
        for (var y = 0; y < height; y++)
        {
            var start = (y * (stride + 1)) + 1;
            var filter = rows[start - 1];
            rows[start - 1] = 0;
            for (var x = 0; x < stride; x++)
            {
                int left = x >= pixel ? rows[start + x - pixel] : 0;
                int up = y > 0 ? rows[start + x - stride - 1] : 0;
                int corner = x >= pixel && y > 0 ? rows[start + x - stride - 1 - pixel] : 0;
                rows[start + x] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        var (toA, toB, toC) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - c - c));
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }

    private static void Chunk(Stream to, string kind, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. body];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        to.Write(number);
        to.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        to.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
