using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Meetings;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Hours;

/// <summary>The faces of the card «Мои часы».</summary>
internal static class HoursScreens
{
    private const string Name = ConsultationLinks.Hours;

    /// <summary>Actions.</summary>
    internal const string Remove = "del";
    internal const string Undo = "undo";
    internal const string Return = "ret";
    internal const string SetLength = "len";
    internal const string SetBreak = "brk";
    internal const string SetNotice = "ntc";

    /// <summary>Faces, beside those that are called as the action they offer.</summary>
    internal const string Free = "free";

    /// <summary>More than these are shown a day at a time.</summary>
    private const int SpansOnAScreen = 8;

    internal static readonly IReadOnlyList<int> Lengths = [30, 45, 60];
    internal static readonly IReadOnlyList<int> Breaks = [0, 5, 10, 15];
    internal static readonly IReadOnlyList<int> NoticeHours = [0, 2, 4, 12, 24, 48];

    internal static Screen Overview(HoursDetails details, Html news = default, WeeklySpan? removed = null) =>
        new Screen(Html.Paragraphs(news, HoursTexts.Card(details)))
            .Row(removed is { } span ? Button.Card(WeeklyHoursTexts.PutBack(span), Name, 0, Undo, WeeklySpanPress.Text(span)) : null)
            .Row(Button.Flow(HoursTexts.Add, ConsultationLinks.AddHours), details.Week.Count > 0 ? Face(HoursTexts.ToRemove, Remove) : null)
            .Row(Face(HoursTexts.Length, SetLength), Face(HoursTexts.Break, SetBreak))
            .Row(Face(HoursTexts.Notice, SetNotice), Button.Flow(HoursTexts.Link, ConsultationLinks.Link))
            .Row(Button.Flow(HoursTexts.DayOff, ConsultationLinks.Away, AwayFlow.OneDay),
                Button.Flow(HoursTexts.Holiday, ConsultationLinks.Away))
            .Row(details.Absences.Count > 0 ? Face(HoursTexts.ToReturn, Return) : null)
            .Row(Face(HoursTexts.AsSeen, Free))
            .Row(EngineTexts.ToMenu);

    internal static Screen ToRemove(HoursDetails details, long? weekday)
    {
        var screen = new Screen(HoursTexts.WhichToRemove);
        if (weekday is null && details.Week.Count > SpansOnAScreen)
        {
            foreach (var days in details.Week.Select(w => w.Weekday).Distinct().Chunk(4))
                screen = screen.Row([.. days.Select(d => Face(Russian.Weekdays[d - 1], $"{Remove}{d}"))]);
            return screen.Row(Back);
        }
        foreach (var row in details.Week.Where(w => weekday is null || w.Weekday == weekday))
            screen = screen.Row(Button.Card(WeeklyHoursTexts.RemoveOne(row.Span), Name, row.Id, Remove, WeeklySpanPress.Text(row.Span)));
        return screen.Row(Back);
    }

    internal static Screen ToReturn(HoursDetails details) => details.Absences.Aggregate(new Screen(HoursTexts.WhichToReturn),
        (screen, absence) => screen.Row(Button.Card(HoursTexts.ReturnDays(absence), Name, absence.Id, Return))).Row(Back);

    internal static Screen WhichLength(HoursDetails details) =>
        Options(HoursTexts.WhichLength, SetLength, Lengths, details.Times.Minutes, HoursTexts.Minutes);

    internal static Screen WhichBreak(HoursDetails details) =>
        Options(HoursTexts.WhichBreak, SetBreak, Breaks, details.Times.BreakMinutes, HoursTexts.BreakOption);

    internal static Screen WhichNotice(HoursDetails details) =>
        Options(HoursTexts.WhichNotice, SetNotice, NoticeHours, (int)details.Times.Notice.TotalHours,
            h => HoursTexts.NoticeOption(TimeSpan.FromHours(h)));

    internal static Screen AsSeen(IReadOnlyList<FreeTime> free, HoursDetails details, SiteZone zone) =>
        new Screen(HoursTexts.Free(free, details.Times.HasHours, zone)).Row(Back);

    private static Screen Options(Html question, string action, IReadOnlyList<int> values, int now, Func<int, string> label)
    {
        var screen = new Screen(question);
        foreach (var row in values.Chunk(2))
            screen = screen.Row([.. row.Select(v =>
                Button.Card($"{(v == now ? "✓ " : "")}{label(v)}", Name, 0, action, Russian.Number(v)))]);
        return screen.Row(Back);
    }

    private static Button Back => Button.Card(HoursTexts.ToHours, Name, 0);

    private static Button Face(string label, string face) => Button.Card(label, Name, 0, "show", face);
}
