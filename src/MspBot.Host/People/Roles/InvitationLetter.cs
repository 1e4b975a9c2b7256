using MspBot.Data.People.Roles;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using QRCoder;

namespace MspBot.Host.People.Roles;

/// <summary>What a head forwards: the link as words and as a picture.</summary>
internal sealed class InvitationLetter(BotName bot, SiteZone zone)
{
    /// <summary>Nothing in it is meant for the head: it goes on as it is.</summary>
    internal Screen Of(InvitationSheet sheet) =>
        new(InvitationTexts.ToForward(sheet, Link(sheet), zone)) { ToMake = new(InvitationPictureMaker.Name, Link(sheet)) };

    /// <summary>The same by one tap, without the picture.</summary>
    internal Button Send(InvitationSheet sheet) => Button.Share(InvitationTexts.Send, InvitationTexts.ToSend(sheet, zone), Link(sheet)).Main();

    internal Button Copy(InvitationSheet sheet) => Button.Copy(InvitationTexts.CopyLink, Link(sheet));

    private string Link(InvitationSheet sheet) => bot.DeepLink($"{PeopleLinks.InvitationStart}{sheet.Code}");
}

/// <summary>Draws the link to be photographed, when the message is sent.</summary>
internal sealed class InvitationPictureMaker : FileMaker
{
    internal const string Name = "invitation";
    private const int PixelsPerModule = 12;

    public override string Key => Name;

    public override bool IsExtra => true;

    /// <param name="of">The link.</param>
    public override Task<Attachment?> Make(string of)
    {
        using var data = QRCodeGenerator.GenerateQrCode(of, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return Task.FromResult<Attachment?>(new("invitation.png", "image/png", picture.GetGraphic(PixelsPerModule)));
    }
}
