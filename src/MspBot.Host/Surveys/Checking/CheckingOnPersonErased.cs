using MspBot.Data.Surveys.Checking;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Checking;

/// <summary>Cards that name who has answered for a school, sent, accepted or returned are drawn anew once that person is erased.</summary>
internal sealed class CheckingOnPersonErased(CheckingReader reader, AnswersScreens screens, Outbox outbox) : OnPersonErased
{
    public override async Task After(PersonId person, Turn turn)
    {
        var cards = (await reader.Naming(person)).ToDictionary(one => AnswersScreens.Shown(one.Survey, one.School));
        await outbox.RedrawNameless(cards.Keys, async (shows, who) =>
            SurveyAccess.Checks(who) ? await screens.Of(who, cards[shows].Survey, cards[shows].School) : null);
    }
}
