using MspBot.Data.People.Schools;
using MspBot.Domain.People;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Roles;

namespace MspBot.Host.People.Rosters;

/// <summary>«Пригласить учителей»: one link for all, or a list with a link for each. Of the school that the speaker heads now.</summary>
internal sealed class RosterCard(RosterScreens screens, HeadedSchools heads, BotName bot) : Card
{
    private const string Name = PeopleLinks.BringTeachers;
    internal const string Link = "link";
    internal const string Sample = "sample";

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the school that the speaker heads");

    public override Task<Screen?> Show(Turn turn, long id, string arg) => screens.Card(turn.Speaker, null, turn.Now);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.SchoolHead) || await heads.Of(turn.Person) is not { } school) return Pressed.Fresh();
        switch (action)
        {
            case Link:
                turn.Say(Letter(school.Name, bot.DeepLink($"{new SchoolStart(school.Id, null)}")));
                return Pressed.Nothing();
            case Sample:
                turn.Say(new Screen(Html.Text(RosterTexts.SampleSaid)) { ToMake = new(SampleFileMaker.Name, "") });
                return Pressed.Nothing();
            default:
                return Pressed.Fresh();
        }
    }

    /// <summary>Nothing in it is meant for the school head: it goes on as it is, or by its button without the picture.</summary>
    private static Screen Letter(string school, string link) => new Screen(RosterTexts.ToForward(school, link))
    { ToMake = new(InvitationPictureMaker.Name, link) }
        .Row(Button.Share(RosterTexts.Send, RosterTexts.ToSend(school), link).Main()).Row(Button.Copy(RosterTexts.CopyLink, link));
}
