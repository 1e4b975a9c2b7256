using MspBot.Host.Certificates;
using MspBot.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MspBot.Tests.Certificates;

/// <summary>
/// The README's certificate, made into the folder that MSPBOT_PICTURES names, else into a temporary one:
/// <c>MSPBOT_PICTURES=docs/pictures dotnet run --project tests/MspBot.Tests -- -class '*CertificatePictures'</c>
/// </summary>
public sealed class CertificatePictures
{
    [Fact]
    public void A_certificate_as_it_is_printed()
    {
        var folder = Environment.GetEnvironmentVariable("MSPBOT_PICTURES");
        var place = folder is null ? Directory.CreateTempSubdirectory("msp-pictures-").FullName : Path.Combine(Repository.Root, folder);
        var file = Path.Combine(place, "certificate.png");

        File.WriteAllBytes(file, Png(CertificateSamples.Page(CertificateSamples.Details())));

        Assert.InRange(new FileInfo(file).Length, 20_000, 300_000);
        if (folder is null) Directory.Delete(place, recursive: true);
    }

    internal static byte[] Png(CertificatePage page, float scale = 1.35f)
    {
        using var bitmap = new SKBitmap((int)(CertificatePdf.Size.Width * scale), (int)(CertificatePdf.Size.Height * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        CertificatePdf.DrawOn(canvas, page);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
