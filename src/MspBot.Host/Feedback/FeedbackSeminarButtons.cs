using MspBot.Data.Seminars;
using MspBot.Domain.Feedback;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>Under a seminar that is over: «Отзывы» for its leader and heads, «Оставить отзыв» for those who came.</summary>
internal sealed class FeedbackSeminarButtons : SeminarCardButtons
{
    public override int Order => 10;

    public override IReadOnlyList<Button> For(SeminarDetails details, SeminarRelation relation, DateTimeOffset now)
    {
        if (details.State != SeminarState.Published || !details.Seminar.IsOver(now)) return [];
        var buttons = new List<Button>();
        if (details.Came == true && relation != SeminarRelation.Leader)
            buttons.Add(FeedbackScreens.Leave(new(MeetingKind.Seminar, details.Id.Value)));
        if (relation != SeminarRelation.Visitor)
            buttons.Add(Button.Card(FeedbackTexts.Feedback, FeedbackLinks.SeminarFeedback, details.Id.Value));
        return buttons;
    }
}
