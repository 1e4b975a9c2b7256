using MspBot.Host.Conversations;

namespace MspBot.Host.People;

/// <summary>Invitations come with a later version; until then a link is answered honestly.</summary>
internal sealed class InvitationLink : StartLink
{
    public override string Prefix => "i_";

    public override Task Open(Turn turn, string rest) => StartLinkTexts.NotYet(turn, StartLinkTexts.Invitation);
}

internal static class StartLinkTexts
{
    internal const string Invitation = "Приглашения я пока не принимаю. Вы можете работать как педагог; о роли напишите руководителю площадки, его имя есть в разделе «О площадке».";

    internal static Task NotYet(Turn turn, string text)
    {
        turn.Show(new Screen(Html.Text(text)).Row(Button.Command(AboutTexts.About, "about"), EngineTexts.ToMenu));
        return Task.CompletedTask;
    }
}
