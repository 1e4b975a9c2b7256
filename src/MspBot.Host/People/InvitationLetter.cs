using MspBot.Data.People;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using QRCoder;

namespace MspBot.Host.People;

/// <summary>What a head forwards: the link as words and as a picture.</summary>
internal sealed class InvitationLetter(BotName bot, SiteZone zone)
{
    private const int PixelsPerModule = 12;

    internal Screen Of(InvitationSheet sheet)
    {
        var link = bot.DeepLink($"{InvitationLink.Start}{sheet.Code}");
        return new(InvitationTexts.ToForward(sheet, link, zone)) { File = new("invitation.png", "image/png", Picture(link)) };
    }

    private static byte[] Picture(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }
}
