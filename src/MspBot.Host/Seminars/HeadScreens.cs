using MspBot.Data.Seminars;
using MspBot.Domain.Log;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;
using MspBot.Host.Plan;

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
        if (relation == SeminarRelation.Head && hasBegun)
            screen = screen.Row(Button.Flow(HeadTexts.Repeat, SeminarLinks.NewSeminar, details.Id));
        screen = InPlan(screen, details, now);
        if (relation == SeminarRelation.Head && SeminarChangeRules.CheckCancelling(details.Seminar, now) is null)
            screen = screen.Row(
                Button.Card(HeadTexts.Change, SeminarLinks.SeminarChanges, details.Id.Value),
                Button.Flow(
                    details.State == SeminarState.Draft ? HeadTexts.DeleteDraft : HeadTexts.Cancel,
                    SeminarLinks.CancelSeminar, details.Id).Danger());
        return screen.Row(LogLinks.History(LogSubject.Seminar, details.Id.Value));
    }

    /// <summary>The item of the plan that it carries out; what is over can be tied to one here, all else under «Изменить».</summary>
    private static Screen InPlan(Screen screen, SeminarDetails details, DateTimeOffset now) => screen.Row(
        details is { PlanItem: { } item, PlanNumber: { } number }
            ? Button.Card(HeadTexts.InPlan(number), PlanLinks.Item, item.Value) : null,
        details.State == SeminarState.Published && details.Seminar.IsOver(now)
            ? Button.Flow(details.PlanItem is null ? HeadTexts.PlanItem : HeadTexts.OtherPlanItem, SeminarLinks.ChangeSeminar,
                Argument.Of(details.Id, details.Version, SeminarActions.PlanItem))
            : null);
}
