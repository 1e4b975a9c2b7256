using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>A survey: its draft, who has answered, how it was closed. What it shows is a <see cref="SurveyFace"/>.</summary>
internal sealed class SurveyCard(SurveyScreens screens) : Card
{
    public override string Key => SurveyLinks.Survey;

    public override Access Access => Access.All(SurveyAccess.Checks);

    public override Task<Screen?> Show(Turn turn, long id, string arg) => screens.Of(turn, new SurveyId(id), arg: arg);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg) =>
        await screens.Found(new(id)) is var (survey, face) ? await face.Press(turn, survey, action, arg) : Pressed.Fresh(arg);
}
