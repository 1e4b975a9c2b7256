using MspBot.Domain.Clock;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// A day from today on, or from a later one, or one that is past: the nearest days to tap, a month grid, or typed, also with its time where
/// one is asked for.
/// </summary>
internal sealed class DateQuestion(string key, Prompt prompt, string? timeKey, DateTimeOffset now, SiteZone zone,
    DateOnly? notBefore = null) : Question<DateOnly>(key, prompt)
{
    private const string Grid = "grid";
    private const int DaysToTap = 6;

    /// <summary>The question for the last day of a period that begins here: its key and label. Null: one day is wanted.</summary>
    internal (string Key, string Label)? Last { get; init; }

    /// <summary>The first day, where the day is over or today. Null: it is to come.</summary>
    internal DateOnly? Earliest { get; init; }

    /// <summary>Said of every day that is not taken, instead of its own reason.</summary>
    internal string? Because { get; init; }

    /// <summary>Days are called by their date alone, and there is no month grid.</summary>
    internal bool IsPlain { get; init; }

    private DateOnly Today => zone.DayOf(now);

    private bool IsPast => Earliest is not null;

    private DateOnly First => Earliest ?? (notBefore > Today ? notBefore.Value : Today);

    private DateOnly Latest => IsPast ? Today : Today.AddYears(2);

    public override Task<Face> Face(Shown state) => Task.FromResult(state.Face == Grid ? Month(state.Page) : NextDays());

    public override Task<bool> StillOffers(string json) =>
        Task.FromResult(Read(json, out var day) && day >= First && (!IsPast || day <= Today));

    public override Task<AnswerResult<DateOnly>> Take(Given given, Shown shown) => Task.FromResult(given switch
    {
        Given.Option(var chosen) when IsPast && Read(chosen.Json, out var past) => CheckPast(past, chosen.Label),
        Given.Words(var text) when IsPast && shown.Options.FirstOrDefault(o => Folded.Same(o.Label, text)) is { } named
            && Read(named.Json, out var past) => CheckPast(past, named.Label),
        Given.Words(var text) when IsPast => TypedPastDay.Read(text, Today, First) switch
        {
            TypedPastDay.Understood(var past) => CheckPast(past, button: null),
            TypedPastDay.Ahead(var past) => CheckPast(past, button: null),
            TypedPastDay.TooLongAgo(var past) => CheckPast(past, button: null),
            _ => Refuse(Because ?? DialogTexts.PastDayUnclear),
        },
        Given.Words(var text) when TypedPeriod.Read(text, Today) is { } period =>
            Last is null ? Refuse(DialogTexts.OneDayPlease) : Check(period),
        Given.Option(var chosen) when Read(chosen.Json, out var day) => Check(day),
        Given.Words(var text) => TypedMomentReader.Read(text, Today) switch
        {
            TypedMoment.Understood { Day: { } day, Time: { } time } understood when timeKey is not null =>
                CheckBoth(day, DoubtfulHour.Meanings(time, understood.SaysPartOfDay)),
            TypedMoment.Understood { Day: { } day } => Check(day),
            TypedMoment.NoSuchDay(var typed) => Refuse(DialogTexts.NoSuchDay(typed)),
            TypedMoment.NoSuchTime(var typed) => Refuse(DialogTexts.NoSuchTime(typed)),
            _ => Refuse(DialogTexts.DayUnclear),
        },
        _ => Refuse(DialogTexts.DayUnclear),
    });

    internal override AnswerResult<DateOnly> TakeMeaning(ShownOption meaning) =>
        AnswerJson.TryRead<DayAndTime>(meaning.Json, out var both) && both is not null ? CheckBoth(both.Day, [both.Time])
        : Refuse(DialogTexts.DayUnclear);

    private AnswerResult<DateOnly> Check(DateOnly day)
    {
        if (day < Today) return Refuse(DialogTexts.DayIsPast(Russian.Day(day)));
        if (day < First) return Refuse(DialogTexts.DayTooEarly(Russian.Day(day), Russian.Day(First)));
        if (day > Latest) return Refuse(DialogTexts.DayTooFar);
        return new AnswerResult<DateOnly>.Accepted(day, AnswerJson.Write(day), Russian.DayLong(day));
    }

    /// <param name="day">Which day.</param>
    /// <param name="button">What its button says, where it was taken from one.</param>
    private AnswerResult<DateOnly> CheckPast(DateOnly day, string? button)
    {
        if (day > Today) return Refuse(Because ?? DialogTexts.DayIsAhead(Russian.Day(day)));
        if (day < First) return Refuse(Because ?? DialogTexts.DayTooLongAgo(Russian.DayLong(day), Russian.DayLong(First)));
        return new AnswerResult<DateOnly>.Accepted(day, AnswerJson.Write(day), IsPlain && button is not null ? button
            : Russian.DayLong(day));
    }

    /// <summary>A day with a time that came along: taken where one meaning of it is ahead, asked about where two are.</summary>
    private AnswerResult<DateOnly> CheckBoth(DateOnly day, IReadOnlyList<TimeOnly> times)
    {
        if (Check(day) is AnswerResult<DateOnly>.Refused refused) return refused;
        var ahead = times.Where(t => zone.At(day, t) > now).ToList();
        if (ahead.Count == 0) return Refuse(DialogTexts.MomentIsPast(Russian.Moment(zone.At(day, times[0]), zone)));
        if (ahead.Count > 1)
        {
            return new AnswerResult<DateOnly>.Doubted(new(DialogTexts.WhichHour(Russian.Day(day), ahead),
                [.. ahead.Select(t => new ShownOption(AnswerJson.Write(new DayAndTime(day, t)), Russian.Time(t)))], null));
        }
        var moment = zone.At(day, ahead[0]);
        return new AnswerResult<DateOnly>.Accepted(day, AnswerJson.Write(day), Russian.DayLong(day),
            new Answer(timeKey!, DialogTexts.Time, AnswerJson.Write(ahead[0]), Russian.Time(ahead[0]), 0))
        {
            Echo = Russian.Moment(moment, zone),
        };
    }

    private AnswerResult<DateOnly> Check(TypedPeriod period)
    {
        if (period.Last < period.First) return Refuse(DialogTexts.PeriodReversed(Russian.Day(period.First), Russian.Day(period.Last)));
        if (period.Last > Today.AddYears(2)) return Refuse(DialogTexts.DayTooFar);
        var first = Check(period.First);
        return first is not AnswerResult<DateOnly>.Accepted accepted ? first : accepted with
        {
            Also = [new Answer(Last!.Value.Key, Last.Value.Label, AnswerJson.Write(period.Last), Russian.DayLong(period.Last), 0)],
            Echo = $"{Russian.Day(period.First)} – {Russian.Day(period.Last)}",
        };
    }

    private static AnswerResult<DateOnly> Refuse(string because) => new AnswerResult<DateOnly>.Refused(because);

    private Face NextDays() => new()
    {
        Options =
        [
            .. Enumerable.Range(0, DaysToTap).Select(n => IsPast ? Today.AddDays(-n) : First.AddDays(n)).Where(d => d >= First)
                .Select(d => new ShownOption(AnswerJson.Write(d), IsPast && !IsPlain ? Russian.PastDay(d, Today) : Russian.Day(d))),
        ],
        Columns = 2,
        Controls = IsPlain ? [] : [[(DialogTexts.Calendar, $"{Dialogs.Controls.Face}{Grid}")]],
    };

    /// <summary>Page 0 is the month of the first day that can be taken, of past ones the month of today. Other days are dots.</summary>
    private Face Month(int page)
    {
        var last = IsPast ? 12 * (Today.Year - First.Year) + Today.Month - First.Month : 24;
        page = Math.Clamp(page, 0, last);
        var begin = IsPast ? Today : First;
        var first = new DateOnly(begin.Year, begin.Month, 1).AddMonths(IsPast ? -page : page);
        var options = new List<ShownOption>();
        var cells = new List<(string Label, string Control)>();
        for (var n = ((int)first.DayOfWeek + 6) % 7; n > 0; n--) cells.Add((" ", Dialogs.Controls.Nothing));
        for (var day = first; day.Month == first.Month; day = day.AddDays(1))
        {
            if (day < First || (IsPast && day > Today))
            {
                cells.Add(("·", Dialogs.Controls.Nothing));
                continue;
            }
            cells.Add((Russian.Number(day.Day), Russian.Number(options.Count)));
            options.Add(new(AnswerJson.Write(day), Russian.Day(day)));
        }
        while (cells.Count % 7 != 0) cells.Add((" ", Dialogs.Controls.Nothing));
        return new Face
        {
            Text = Html.Text(Russian.MonthAtStart(first)),
            Options = options,
            Grid =
            [
                [.. Russian.Weekdays.Select(d => (d, Dialogs.Controls.Nothing))],
                .. cells.Chunk(7),
                IsPast
                    ? [Turn(Pager.Previous, page < last, page + 1), Days(DialogTexts.LastDays), Turn(Pager.Next, page > 0, page - 1)]
                    : [Turn(Pager.Previous, page > 0, page - 1), Days(DialogTexts.NearestDays), Turn(Pager.Next, true, page + 1)],
            ],
        };
    }

    private static (string Label, string Control) Days(string label) => (label, $"{Dialogs.Controls.Face}");

    private static (string Label, string Control) Turn(string label, bool can, int page) =>
        can ? (label, $"{Dialogs.Controls.Page}{page}") : (" ", Dialogs.Controls.Nothing);

    private sealed record DayAndTime(DateOnly Day, TimeOnly Time);
}
