using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>What a head can do with a seminar.</summary>
internal static class HeadScreens
{
    internal static Screen Actions(Screen screen, SeminarSheet sheet, DateTimeOffset now)
    {
        if (sheet.State == SeminarState.Draft)
            screen = screen.Row(Button.Card(HeadTexts.Publish, SeminarCard.Name, sheet.Id.Value, SeminarCard.Publish));
        else
            screen = screen.Row(Button.Card(HeadTexts.Participants(sheet.Seated, sheet.Waiting), ParticipantsCard.Name, sheet.Id.Value));
        return SeminarChanging.CheckCancelling(sheet.Seminar, now) is not null ? screen : screen.Row(
            Button.Card(HeadTexts.Change, SeminarChangesCard.Name, sheet.Id.Value),
            Button.Flow(sheet.State == SeminarState.Draft ? HeadTexts.DeleteDraft : HeadTexts.Cancel, CancelSeminarFlow.Name, $"{sheet.Id.Value}"));
    }
}
