using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>«Нагрузка тьюторов», for heads: tutors with what they have to do, or the requests that nobody has answered. The number is the page.</summary>
internal sealed class LoadCard(LoadReader reader, SiteZone zone) : Card
{
    internal const string Name = "load";
    internal const string Unanswered = "wait";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return null;
        return arg == Unanswered ? await Requests(turn, Page(id)) : await Tutors(turn, Page(id));
    }

    private async Task<Screen> Tutors(Turn turn, int page)
    {
        var month = Month(turn.Now, zone);
        var found = await reader.Tutors(month, turn.Now, page);
        if (found.Count == 0 && page > 0) found = await reader.Tutors(month, turn.Now, page = 0);
        var shown = found.Take(LoadReader.PageSize).ToList();

        var unanswered = await reader.CountUnanswered();
        var screen = new Screen(LoadTexts.Tutors(shown)).Row(unanswered == 0 ? null : Button.Card(LoadTexts.UnansweredButton(unanswered), Name, 0, arg: Unanswered));
        foreach (var tutor in shown) screen = screen.Row(Button.Card(LoadTexts.TutorButton(tutor), TutorJournalCard.Name, tutor.Id.Value));
        return Turned(screen, page, found.Count, "").Row(EngineTexts.ToMenu);
    }

    private async Task<Screen> Requests(Turn turn, int page)
    {
        var found = await reader.Unanswered(page);
        if (found.Count == 0 && page > 0) found = await reader.Unanswered(page = 0);
        var shown = found.Take(LoadReader.PageSize).ToList();

        var screen = new Screen(LoadTexts.Unanswered(shown, turn.Now));
        foreach (var request in shown) screen = screen.Row(Button.Card(LoadTexts.RequestButton(request), AssignCard.Name, request.Id.Value));
        return Turned(screen, page, found.Count, Unanswered).Row(Button.Card(LoadTexts.ToLoad, Name, 0), EngineTexts.ToMenu);
    }

    /// <summary>When this month began on the site's wall.</summary>
    internal static DateTimeOffset Month(DateTimeOffset now, SiteZone zone) => zone.At(zone.DayOf(now).AddDays(1 - zone.DayOf(now).Day), TimeOnly.MinValue);

    private static Screen Turned(Screen screen, int page, int found, string arg) => screen.Row(
        page == 0 ? null : Button.Card("‹", Name, page - 1, arg: arg), found <= LoadReader.PageSize ? null : Button.Card("›", Name, page + 1, arg: arg));

    private static int Page(long id) => id is > 0 and < 10_000 ? (int)id : 0;
}

/// <summary>One tutor's journal for the head: each month is a table. The number is the tutor's.</summary>
internal sealed class TutorJournalCard(LoadReader reader, JournalReader journal, SiteZone zone) : Card
{
    internal const string Name = "lt";
    private const string Excel = "xlsx";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.Tutor(new(id), LoadCard.Month(turn.Now, zone), turn.Now) is not { } tutor) return null;
        var months = await journal.Months(tutor.Id, Page(arg));
        var screen = new Screen(LoadTexts.TutorsJournal(tutor, months.Count > 0));
        foreach (var month in months.Take(JournalReader.PageSize))
            screen = screen.Row(Button.Card(JournalTexts.Month(month), Name, id, Excel, JournalCard.Number(month.Month).ToString(CultureInfo.InvariantCulture)));
        return screen.Row(
                Page(arg) == 0 ? null : Button.Card("‹", Name, id, arg: Russian.Number(Page(arg) - 1)),
                months.Count <= JournalReader.PageSize ? null : Button.Card("›", Name, id, arg: Russian.Number(Page(arg) + 1)))
            .Row(Button.Card(LoadTexts.ToLoad, LoadCard.Name, 0), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(LoadTexts.ForHeads);
        if (action != Excel || !long.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || JournalCard.Month(number) is not { } month
            || await reader.Tutor(new(id), LoadCard.Month(turn.Now, zone), turn.Now) is null) return Pressed.Fresh();
        turn.Say(JournalSheet.Screen(new(id), month));
        return Pressed.Nothing();
    }

    private static int Page(string arg) => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page < 10_000 ? page : 0;
}
