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
    internal Screen Of(InvitationDetails details) =>
        new(InvitationTexts.ToForward(details, Link(details), zone)) { ToMake = new(InvitationPictureMaker.Name, Link(details)) };

    /// <summary>The same by one tap, without the picture.</summary>
    internal Button Send(InvitationDetails details) =>
        Button.Share(InvitationTexts.Send, InvitationTexts.ToSend(details, zone), Link(details)).Main();

    internal Button Copy(InvitationDetails details) => Button.Copy(InvitationTexts.CopyLink, Link(details));

    private string Link(InvitationDetails details) => bot.DeepLink($"{PeopleLinks.InvitationStart}{details.Code}");
}

/// <summary>A link to be passed on, with the code that a camera reads: as it is, or by its button without the picture.</summary>
internal static class ForwardedLetter
{
    /// <param name="letter">Nothing in it is meant for whoever passes it on; it ends with the link.</param>
    /// <param name="words">The same in plain words, beside the link.</param>
    /// <param name="link">Where it leads.</param>
    internal static Screen Of(Html letter, string words, string link) =>
        new Screen(letter) { ToMake = new(InvitationPictureMaker.Name, link) }
            .Row(Button.Share(InvitationTexts.Send, words, link).Main()).Row(Button.Copy(InvitationTexts.CopyLink, link));
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
