using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>Certificates come with a later version; until then a link is answered honestly.</summary>
internal sealed class CertificateLink : StartLink
{
    public override string Prefix => "c_";

    public override Task Open(Turn turn, string rest) => StartLinkTexts.NotYet(turn, StartLinkTexts.Certificate);
}

internal static class StartLinkTexts
{
    internal const string Certificate = "Проверять сертификаты я пока не умею. Спросите, пожалуйста, руководителя площадки, его имя есть в разделе «О площадке».";

    internal static Task NotYet(Turn turn, string text)
    {
        turn.Show(new Screen(Html.Text(text)).Row(Button.Command(AboutTexts.About, "about"), EngineTexts.ToMenu));
        return Task.CompletedTask;
    }
}
