using System.Text;

namespace MspBot.Tests.Certificates;

/// <summary>
/// Reads a QR code from its dark squares, written from the standard and not from the library that makes them: format, mask,
/// zigzag, blocks, bytes. Versions 2 to 6, level M; a code that is whole needs no correction.
/// </summary>
internal static class QrReading
{
    private const int FormatMask = 0b101010000010010;

    /// <summary>Blocks of data, and bytes of data and of correction in each, by version, at level M.</summary>
    private static readonly Dictionary<int, (int Blocks, int Data, int Correction)> LevelM = new()
    {
        [2] = (1, 28, 16),
        [3] = (1, 44, 26),
        [4] = (2, 32, 18),
        [5] = (2, 43, 24),
        [6] = (4, 27, 16),
    };

    internal static string Read(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var version = (size - 17) / 4;
        var format = Format(dark);
        if (format >> 13 != 0) throw new InvalidOperationException($"the level is {format >> 13:b2}, not M");
        var bits = Bits(dark, size, mask: format >> 10 & 7);
        return Text(InOrder(Bytes(bits), LevelM[version]), version);
    }

    /// <summary>Beside the upper left finder, from its left to its top.</summary>
    private static int Format(bool[,] dark)
    {
        (int X, int Y)[] places =
        [
            (0, 8), (1, 8), (2, 8), (3, 8), (4, 8), (5, 8), (7, 8), (8, 8), (8, 7), (8, 5), (8, 4), (8, 3), (8, 2), (8, 1), (8, 0),
        ];
        return places.Aggregate(0, (format, p) => format << 1 | (dark[p.Y, p.X] ? 1 : 0)) ^ FormatMask;
    }

    private static List<bool> Bits(bool[,] dark, int size, int mask)
    {
        var bits = new List<bool>();
        var up = true;
        for (var right = size - 1; right > 0; right -= 2, up = !up)
        {
            if (right == 6) right--;   // the column of the timing pattern is none
            for (var n = 0; n < size; n++)
            {
                var y = up ? size - 1 - n : n;
                foreach (var x in (int[])[right, right - 1])
                {
                    if (!IsFunction(x, y, size)) bits.Add(dark[y, x] ^ IsMasked(mask, x, y));
                }
            }
        }
        return bits;
    }

    private static bool IsFunction(int x, int y, int size) =>
        x == 6 || y == 6
        || (x <= 8 && y <= 8) || (x >= size - 8 && y <= 8) || (x <= 8 && y >= size - 8)
        || (Math.Abs(x - (size - 7)) <= 2 && Math.Abs(y - (size - 7)) <= 2);

    private static bool IsMasked(int mask, int x, int y) => mask switch
    {
        0 => (y + x) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (y + x) % 3 == 0,
        4 => (y / 2 + x / 3) % 2 == 0,
        5 => y * x % 2 + y * x % 3 == 0,
        6 => (y * x % 2 + y * x % 3) % 2 == 0,
        _ => ((y + x) % 2 + y * x % 3) % 2 == 0,
    };

    private static byte[] Bytes(List<bool> bits) =>
        [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => (byte)c.Aggregate(0, (value, bit) => value << 1 | (bit ? 1 : 0)))];

    /// <summary>The first byte of each block, the second of each, and so on.</summary>
    private static byte[] InOrder(byte[] mixed, (int Blocks, int Data, int Correction) by) =>
        [.. Enumerable.Range(0, by.Blocks).SelectMany(block => Enumerable.Range(0, by.Data).Select(n => mixed[n * by.Blocks + block]))];

    private static string Text(byte[] data, int version)
    {
        if (version > 9 || data[0] >> 4 != 0b0100) throw new InvalidOperationException("only bytes are read");
        byte Shifted(int n) => (byte)(data[n] << 4 | data[n + 1] >> 4);
        return Encoding.UTF8.GetString([.. Enumerable.Range(1, Shifted(0)).Select(Shifted)]);
    }
}
