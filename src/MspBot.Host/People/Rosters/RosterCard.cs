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
                var link = bot.DeepLink($"{new SchoolStart(school.Id, null)}");
                turn.Say(ForwardedLetter.Of(RosterTexts.ToForward(school.Name, link), RosterTexts.ToSend(school.Name), link));
                return Pressed.Nothing();
            case Sample:
                turn.Say(new Screen(Html.Text(RosterTexts.SampleSaid)) { ToMake = new(SampleFileMaker.Name, "") });
                return Pressed.Nothing();
            default:
                return Pressed.Fresh();
        }
    }
}
