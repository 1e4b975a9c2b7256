using System.Globalization;
using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Journal;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Journal;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>
/// «Нагрузка тьюторов», for heads: tutors with what they have to do, or the unanswered requests. The number is the page.
/// </summary>
internal sealed class LoadCard(LoadReader reader, SiteZone zone) : Card
{
    private const string Name = ConsultationLinks.Load;

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        return arg == ConsultationLinks.UnansweredOfLoad ? await Requests(turn, Pager.Number(id)) : await Tutors(turn, Pager.Number(id));
    }

    private async Task<Screen> Tutors(Turn turn, int page)
    {
        var month = Month(turn.Now, zone);
        var found = await Pager.Read(page, number => reader.Tutors(month, turn.Now, number));

        var unanswered = await reader.CountUnanswered();
        return new Screen(LoadTexts.Tutors(found.Items))
            .Row(unanswered == 0 ? null
                : Button.Card(LoadTexts.UnansweredButton(unanswered), Name, 0, arg: ConsultationLinks.UnansweredOfLoad))
            .Page(found, tutor => Button.Card(LoadTexts.TutorButton(tutor), ConsultationLinks.TutorJournal, tutor.Id.Value),
                (label, number) => Button.Card(label, Name, number))
            .Row(EngineTexts.ToMenu);
    }

    private async Task<Screen> Requests(Turn turn, int page)
    {
        var found = await Pager.Read(page, reader.Unanswered);

        return new Screen(LoadTexts.Unanswered(found.Items, turn.Now))
            .Page(found, request => Button.Card(LoadTexts.RequestButton(request), ConsultationLinks.Assign, request.Id.Value),
                (label, number) => Button.Card(label, Name, number, arg: ConsultationLinks.UnansweredOfLoad))
            .Row(Button.Card(LoadTexts.ToLoad, Name, 0), EngineTexts.ToMenu);
    }

    /// <summary>When this month began on the site's wall.</summary>
    internal static DateTimeOffset Month(DateTimeOffset now, SiteZone zone) =>
        zone.At(zone.DayOf(now).AddDays(1 - zone.DayOf(now).Day), TimeOnly.MinValue);
}

/// <summary>One tutor's journal for the head: each month is a table. The number is the tutor's.</summary>
internal sealed class TutorJournalCard(LoadReader reader, JournalReader journal, SiteZone zone) : Card
{
    private const string Name = ConsultationLinks.TutorJournal;
    private const string Excel = "xlsx";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.Tutor(new(id), LoadCard.Month(turn.Now, zone), turn.Now) is not { } tutor)
            return null;
        var months = await Pager.Read(Pager.Number(arg), page => journal.Months(tutor.Id, page));
        return new Screen(LoadTexts.TutorsJournal(tutor, months.Items.Count > 0))
            .Page(months, month => Button.Card(JournalTexts.Month(month), Name, id, Excel,
                Russian.Number((int)JournalCard.Number(month.Month))),
                (label, number) => Button.Card(label, Name, id, arg: Russian.Number(number)))
            .Row(Button.Card(LoadTexts.ToLoad, ConsultationLinks.Load, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(LoadTexts.ForHeads);
        if (action != Excel || new Argument(arg).Number() is not { } number || JournalCard.Month(number) is not { } month
            || await reader.Tutor(new(id), LoadCard.Month(turn.Now, zone), turn.Now) is null) return Pressed.Fresh();
        turn.Log(LogAction.FileTaken, LogSubject.Person, id, LogDetail.Of("file", LogFile.Journal).And("month", month), Role.Head);
        turn.Say(JournalSheet.Screen(new(id), month));
        return Pressed.Nothing();
    }
}
