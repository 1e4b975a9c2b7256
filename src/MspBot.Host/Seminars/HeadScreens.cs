using MspBot.Data.Seminars;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>What a head can do with a seminar, and its leader.</summary>
internal static class HeadScreens
{
    /// <summary>As many buttons as a screen holds; the text names all of them.</summary>
    private const int Buttons = 6;

    /// <summary>Meetings that want another leader.</summary>
    internal static Screen LeaderWanted(Html text, IReadOnlyList<(SeminarId Id, string Title)> meetings)
    {
        var screen = new Screen(text);
        foreach (var (id, title) in meetings.Take(Buttons)) screen = screen.Row(Button.Card(ButtonRows.Titled("", title), SeminarLinks.Seminar, id.Value));
        return screen.Row(EngineTexts.ToMenu);
    }

    internal static Screen Actions(Screen screen, SeminarSheet sheet, DateTimeOffset now, Part part)
    {
        if (sheet.State == SeminarState.Draft)
            screen = screen.Row(Button.Card(HeadTexts.Publish, SeminarLinks.Seminar, sheet.Id.Value, SeminarActions.Publish).Main());
        else
            screen = screen.Row(Button.Card(HeadTexts.Participants(sheet.Seated, sheet.Waiting), SeminarLinks.Participants, sheet.Id.Value));
        var hasBegun = sheet.State == SeminarState.Published && sheet.Seminar.HasBegun(now);
        if (hasBegun)
            screen = screen.Row(
                Button.Card(HeadTexts.WhoCame, SeminarLinks.Attendance, sheet.Id.Value),
                Button.Flow(MaterialTexts.Add, SeminarLinks.Attach, sheet.Id));
        if (sheet.State == SeminarState.Published && !sheet.Seminar.IsOver(now))
            screen = screen.Row(Button.Copy(EnterTexts.CopyCode(sheet.CodeWord), sheet.CodeWord));
        if (part != Part.Head) return screen;
        if (hasBegun)
            screen = screen.Row(Button.Flow(HeadTexts.Repeat, SeminarLinks.NewSeminar, sheet.Id));
        return SeminarChanging.CheckCancelling(sheet.Seminar, now) is not null ? screen : screen.Row(
            Button.Card(HeadTexts.Change, SeminarLinks.SeminarChanges, sheet.Id.Value),
            Button.Flow(
                sheet.State == SeminarState.Draft ? HeadTexts.DeleteDraft : HeadTexts.Cancel,
                SeminarLinks.CancelSeminar, sheet.Id).Danger());
    }
}
