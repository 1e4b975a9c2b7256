using MspBot.Data.Seminars;
using MspBot.Domain.Feedback;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Feedback;

/// <summary>Under a seminar that is over: «Отзывы» for its leader and heads, «Оставить отзыв» for those who came.</summary>
internal sealed class FeedbackPart : SeminarPart
{
    public override int Order => 10;

    public override IReadOnlyList<Button> For(SeminarSheet sheet, Part part, DateTimeOffset now)
    {
        if (sheet.State != SeminarState.Published || !sheet.Seminar.IsOver(now)) return [];
        var buttons = new List<Button>();
        if (sheet.Came == true && part != Part.Leader)
            buttons.Add(FeedbackScreens.Leave(new(MeetingKind.Seminar, sheet.Id.Value)));
        if (part != Part.Visitor) buttons.Add(Button.Card(FeedbackTexts.Feedback, FeedbackLinks.SeminarFeedback, sheet.Id.Value));
        return buttons;
    }
}
