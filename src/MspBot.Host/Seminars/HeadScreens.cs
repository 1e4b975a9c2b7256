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
        foreach (var (id, title) in meetings.Take(Buttons)) screen =
            screen.Row(Button.Card(ButtonRows.Titled("", title), SeminarLinks.Seminar, id.Value));
        return screen.Row(EngineTexts.ToMenu);
    }

    internal static Screen Actions(Screen screen, SeminarDetails details, DateTimeOffset now, SeminarRelation relation)
    {
        if (details.State == SeminarState.Draft)
            screen = screen.Row(Button.Card(HeadTexts.Publish, SeminarLinks.Seminar, details.Id.Value, SeminarActions.Publish).Main());
        else
            screen = screen.Row(Button.Card(HeadTexts.Participants(details.Seated, details.Waiting), SeminarLinks.Participants,
                details.Id.Value));
        var hasBegun = details.State == SeminarState.Published && details.Seminar.HasBegun(now);
        if (hasBegun)
            screen = screen.Row(
                Button.Card(HeadTexts.WhoCame, SeminarLinks.Attendance, details.Id.Value),
                Button.Flow(MaterialTexts.Add, SeminarLinks.Attach, details.Id));
        if (details.State == SeminarState.Published && !details.Seminar.IsOver(now))
            screen = screen.Row(Button.Copy(EnterTexts.CopyCode(details.CodeWord), details.CodeWord));
        if (relation != SeminarRelation.Head) return screen;
        if (hasBegun)
            screen = screen.Row(Button.Flow(HeadTexts.Repeat, SeminarLinks.NewSeminar, details.Id));
        return SeminarChangeRules.CheckCancelling(details.Seminar, now) is not null ? screen : screen.Row(
            Button.Card(HeadTexts.Change, SeminarLinks.SeminarChanges, details.Id.Value),
            Button.Flow(
                details.State == SeminarState.Draft ? HeadTexts.DeleteDraft : HeadTexts.Cancel,
                SeminarLinks.CancelSeminar, details.Id).Danger());
    }
}
