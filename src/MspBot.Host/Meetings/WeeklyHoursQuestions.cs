using MspBot.Domain.Meetings;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Meetings;

/// <summary>Hours that are to be added: the same on each of these days, in minutes of the day.</summary>
internal sealed record AddedHours(IReadOnlyList<DayOfWeek> Days, int From, int To);

/// <summary>
/// The questions about hours of the week: on which days, from when, to when. Nothing is offered that lies over hours that there are.
/// </summary>
/// <param name="week">What there is.</param>
/// <param name="minutes">The least of them.</param>
/// <param name="tooShort">What is said of fewer.</param>
internal sealed class WeeklyHoursQuestions(IReadOnlyList<WeeklySpan> week, int minutes, Func<int, int, string> tooShort)
{
    /// <summary>Keys of the questions that are asked again where others were quicker.</summary>
    internal const string DaysKey = "days";
    internal const string FromKey = "from";

    private const string ToKey = "to";
    private const int Step = 60;

    /// <summary>When lessons are mostly over; what fits on a screen. Other times are typed.</summary>
    private static readonly IReadOnlyList<int> UsualBeginnings = [.. Enumerable.Range(12, 8).Select(h => h * Step)];

    private static readonly IReadOnlyList<Option<DayOfWeek>> Days =
        [.. Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7)).Select(d => new Option<DayOfWeek>(d, WeeklyHoursTexts.WeekdayLong(d)))];

    internal async Task<AddedHours> Ask(Dialog ask, Prompt which)
    {
        var days = await ask.Many(DaysKey, which, Days, min: 1, columns: 2);
        var from = await ask.Choice(FromKey, WeeklyHoursTexts.From, Beginnings(days), text => Typed(text, days), columns: 4);
        var to = from.To
            ?? await ask.Choice(ToKey, WeeklyHoursTexts.To, Ends(days, from.From), text => TypedEnd(text, days, from.From), columns: 4);
        return new(days, from.From, to);
    }

    private IReadOnlyList<Option<TypedHours>> Beginnings(IReadOnlyList<DayOfWeek> days) =>
    [
        .. UsualBeginnings.Where(m => WeeklyHours.Overlapped(week, days, m, m + minutes) is null)
            .Select(m => new Option<TypedHours>(new(m, null), WeeklyHoursTexts.Clock(m))),
    ];

    private IReadOnlyList<Option<int>> Ends(IReadOnlyList<DayOfWeek> days, int from) =>
    [
        .. Enumerable.Range(1, 8).Select(n => (from / Step + n) * Step)
        .Where(m => m <= WeeklySpan.Midnight && WeeklyHours.Check(week, days, from, m, minutes) is null)
            .Select(m => new Option<int>(m, WeeklyHoursTexts.Clock(m))),
    ];

    private Parsed<TypedHours> Typed(string text, IReadOnlyList<DayOfWeek> days)
    {
        if (TypedHours.Read(text) is not { } typed) return new Parsed<TypedHours>.Bad(WeeklyHoursTexts.TimeUnclear);
        return HoursInDoubt.Which([.. HoursInDoubt.Meanings(typed).Select(Check)]);

        Parsed<TypedHours> Check(TypedHours hours)
        {
            // Without an end, it must at least not begin within other hours.
            var because = hours.To is { } to ? Refusal(days, hours.From, to)
                : hours.From == WeeklySpan.Midnight ? WeeklyHoursTexts.TimeUnclear
                : WeeklyHours.Overlapped(week, days, hours.From, hours.From + 1) is { } there
                    ? WeeklyHoursTexts.OverlapAt(there, hours.From) : null;
            return because is null
                ? new Parsed<TypedHours>.Good(hours, hours.To is { } end ? WeeklyHoursTexts.Between(hours.From, end)
                    : WeeklyHoursTexts.Clock(hours.From))
                : new Parsed<TypedHours>.Bad(because);
        }
    }

    private Parsed<int> TypedEnd(string text, IReadOnlyList<DayOfWeek> days, int from)
    {
        if (TypedHours.Read(text) is not { To: null } end) return new Parsed<int>.Bad(WeeklyHoursTexts.TimeUnclear);
        return HoursInDoubt.Which([.. HoursInDoubt.Meanings(from, end.From == 0 ? WeeklySpan.Midnight : end.From).Select(Check)]);

        Parsed<int> Check(int to) =>
            Refusal(days, from, to) is { } because ? new Parsed<int>.Bad(because)
            : new Parsed<int>.Good(to, WeeklyHoursTexts.Clock(to));
    }

    /// <summary>What is wrong, with what is kept and what to do.</summary>
    private string? Refusal(IReadOnlyList<DayOfWeek> days, int from, int to) =>
        WeeklyHours.Check(week, days, from, to, minutes) switch
        {
            null => null,
            WeeklyHoursRefusal.Reversed => WeeklyHoursTexts.Reversed(from, to),
            WeeklyHoursRefusal.TooShort => tooShort(from, to),
            WeeklyHoursRefusal.Overlap => WeeklyHoursTexts.Overlap(WeeklyHours.Overlapped(week, days, from, to)!.Value, from, to),
            { } other => WeeklyHoursTexts.Refused(other),
        };
}
