using QRCoder;

namespace MspBot.Host.Printing;

/// <summary>A link as a picture for a paper that others write; what draws its own pages draws the squares themselves.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 8;

    internal static byte[] Png(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}
