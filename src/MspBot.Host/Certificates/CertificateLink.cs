using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Certificates;

/// <summary><c>/start c_…</c>: what the QR code of a certificate opens, for anybody. Says no more than the paper does.</summary>
internal sealed class CertificateLink(CertificateReader reader, CertificateGuesses guesses, CertificateScreens screens) : StartLink
{
    internal const string Start = "c_";

    public override string Prefix => Start;

    public override bool NeedsPerson => false;

    public override async Task Open(Turn turn, string rest) => turn.Show(await Answer(turn, rest));

    private async Task<Screen> Answer(Turn turn, string code)
    {
        // Then the right one is not confirmed either: who tries learns nothing.
        if (await guesses.TooMany(turn.Speaker.Chat, turn.Now)) return CertificateScreens.TooManyGuesses(turn.Speaker);
        if (CertificateCode.CouldBe(code) && await reader.ByCode(code) is { } details) return screens.Checked(details, turn.Speaker);
        await guesses.Wrong(turn.Speaker.Chat, turn.Now);
        return CertificateScreens.Unknown(turn.Speaker);
    }
}
