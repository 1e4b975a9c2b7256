using MspBot.Data.Consultations.Hours;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Hours;

/// <summary>Hours of the week, on one day or several. Nothing is offered that lies over hours that there are.</summary>
internal sealed class AddHoursFlow(HoursReader reader) : Flow
{
    private const string Name = ConsultationLinks.AddHours;

    private const int Step = 60;

    /// <summary>When lessons are mostly over; what fits on a screen. Other times are typed.</summary>
    private static readonly IReadOnlyList<int> UsualBeginnings = [.. Enumerable.Range(12, 8).Select(h => h * Step)];

    private static readonly IReadOnlyList<Option<DayOfWeek>> Days =
        [.. Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7)).Select(d => new Option<DayOfWeek>(d, HoursTexts.WeekdayLong(d)))];

    public override string Key => Name;

    public override Access Access => Access.NoRow("always of the one who speaks");

    public override string Title => HoursTexts.Add;

    public override bool For(Speaker speaker) => speaker.Is(Role.Tutor);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var details = await reader.Details(ask.Person, ask.Now);
        IReadOnlyList<WeeklySpan> week = [.. details?.Week.Select(w => w.Span) ?? []];
        var minutes = details?.Times.Minutes ?? 0;

        var days = await ask.Many("days", HoursTexts.Days, Days, min: 1, columns: 2);
        var from = await ask.Choice("from", HoursTexts.From, Beginnings(week, days, minutes), text => Typed(text, week, days, minutes),
            columns: 4);
        var to = from.To
            ?? await ask.Choice("to", HoursTexts.To, Ends(week, days, from.From, minutes),
                text => TypedEnd(text, week, days, from.From, minutes), columns: 4);

        return Do(new AddHours(days, from.From, to))
            .OnConflict(HoursRefusal.Overlap, askAgain: "from", HoursTexts.OverlapNow)
            .OnConflict(HoursRefusal.TooMany, askAgain: "days", HoursTexts.TooMany);
    }

    private static IReadOnlyList<Option<TypedHours>> Beginnings(
        IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int minutes) =>
    [
        .. UsualBeginnings.Where(m => NewHours.Overlapped(week, days, m, m + minutes) is null)
            .Select(m => new Option<TypedHours>(new(m, null), HoursTexts.Clock(m))),
    ];

    private static IReadOnlyList<Option<int>> Ends(IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int from, int minutes) =>
    [
        .. Enumerable.Range(1, 8).Select(n => (from / Step + n) * Step)
        .Where(m => m <= WeeklySpan.Midnight && NewHours.Check(week, days, from, m, minutes) is null)
            .Select(m => new Option<int>(m, HoursTexts.Clock(m))),
    ];

    private static Parsed<TypedHours> Typed(string text, IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int minutes)
    {
        if (TypedHours.Read(text) is not { } typed) return new Parsed<TypedHours>.Bad(HoursTexts.TimeUnclear);
        return HoursInDoubt.Which([.. HoursInDoubt.Meanings(typed).Select(Check)]);

        Parsed<TypedHours> Check(TypedHours hours)
        {
            // Without an end, it must at least not begin within other hours.
            var because = hours.To is { } to ? Refusal(week, days, hours.From, to, minutes)
                : hours.From == WeeklySpan.Midnight ? HoursTexts.TimeUnclear
                : NewHours.Overlapped(week, days, hours.From, hours.From + 1) is { } there ? HoursTexts.OverlapAt(there, hours.From) : null;
            return because is null
                ? new Parsed<TypedHours>.Good(hours, hours.To is { } end ? HoursTexts.Between(hours.From, end)
                    : HoursTexts.Clock(hours.From))
                : new Parsed<TypedHours>.Bad(because);
        }
    }

    private static Parsed<int> TypedEnd(string text, IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int from, int minutes)
    {
        if (TypedHours.Read(text) is not { To: null } end) return new Parsed<int>.Bad(HoursTexts.TimeUnclear);
        return HoursInDoubt.Which([.. HoursInDoubt.Meanings(from, end.From == 0 ? WeeklySpan.Midnight : end.From).Select(Check)]);

        Parsed<int> Check(int to) =>
            Refusal(week, days, from, to, minutes) is { } because ? new Parsed<int>.Bad(because)
            : new Parsed<int>.Good(to, HoursTexts.Clock(to));
    }

    /// <summary>What is wrong, with what is kept and what to do.</summary>
    private static string? Refusal(IReadOnlyList<WeeklySpan> week, IReadOnlyList<DayOfWeek> days, int from, int to, int minutes) =>
        NewHours.Check(week, days, from, to, minutes) switch
        {
            null => null,
            HoursRefusal.Reversed => HoursTexts.Reversed(from, to),
            HoursRefusal.TooShort => HoursTexts.TooShort(from, to, minutes),
            HoursRefusal.Overlap => HoursTexts.Overlap(NewHours.Overlapped(week, days, from, to)!.Value, from, to),
            { } other => HoursTexts.Refused(other),
        };
}

/// <summary>The same hours on each of these days, in minutes of the day.</summary>
internal sealed record AddHours(IReadOnlyList<DayOfWeek> Days, int From, int To);

/// <summary>Adds them, and tells those who wait for hours.</summary>
internal sealed class AddHoursHandler(HoursStore store, HoursReader reader, FreeTimesPublisher freeTimes) : Handler<AddHours>
{
    public override async Task<Done> Handle(AddHours command, Turn turn)
    {
        var tutor = turn.Person;
        if (await store.Add(tutor, command.Days, command.From, command.To) is { } refusal)
            return new Done.Refused(refusal, Html.Text(HoursTexts.Refused(refusal)));
        await freeTimes.Tell(tutor, turn);
        return await reader.Details(tutor, turn.Now) is { } details
            ? new Done.With(HoursScreens.Overview(details, HoursTexts.Added(command.Days, command.From, command.To)))
            : new Done.Opening(ConsultationLinks.Hours, 0);
    }
}
