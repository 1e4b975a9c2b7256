using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>A day from today on, or from a later one: the next days to tap, a month grid, or typed, also with its time where one is asked for.</summary>
internal sealed class DateQuestion(string key, Prompt prompt, string? timeKey, DateTimeOffset now, SiteZone zone, DateOnly? notBefore = null) : Question<DateOnly>(key, prompt)
{
    private const string Grid = "grid";
    private const int DaysToTap = 6;

    /// <summary>The question for the last day of a period that begins here: its key and label. Null: one day is wanted.</summary>
    internal (string Key, string Label)? Last { get; init; }

    private DateOnly Today => zone.DayOf(now);

    private DateOnly First => notBefore > Today ? notBefore.Value : Today;

    public override Task<Face> Face(Shown state) => Task.FromResult(state.Face == Grid ? Month(state.Page) : NextDays());

    public override Task<bool> StillOffers(string json) => Task.FromResult(Read(json, out var day) && day >= First);

    public override Task<Taking<DateOnly>> Take(Given given, Shown shown) => Task.FromResult(given switch
    {
        Given.Words(var text) when TypedPeriod.Read(text, Today) is { } period =>
            Last is null ? Refuse(DialogTexts.OneDayPlease) : Check(period),
        Given.Option(var chosen) when Read(chosen.Json, out var day) => Check(day),
        Given.Words(var text) => TypedMomentReader.Read(text, Today) switch
        {
            TypedMoment.Understood { Day: { } day, Time: { } time } understood when timeKey is not null => CheckBoth(day, DoubtfulHour.Meanings(time, understood.SaysPartOfDay)),
            TypedMoment.Understood { Day: { } day } => Check(day),
            TypedMoment.NoSuchDay(var typed) => Refuse(DialogTexts.NoSuchDay(typed)),
            TypedMoment.NoSuchTime(var typed) => Refuse(DialogTexts.NoSuchTime(typed)),
            _ => Refuse(DialogTexts.DayUnclear),
        },
        _ => Refuse(DialogTexts.DayUnclear),
    });

    internal override Taking<DateOnly> TakeMeaning(ShownOption meaning) =>
        AnswerJson.TryRead<DayAndTime>(meaning.Json, out var both) && both is not null ? CheckBoth(both.Day, [both.Time]) : Refuse(DialogTexts.DayUnclear);

    private Taking<DateOnly> Check(DateOnly day)
    {
        if (day < Today) return Refuse(DialogTexts.DayIsPast(Russian.Day(day)));
        if (day < First) return Refuse(DialogTexts.DayTooEarly(Russian.Day(day), Russian.Day(First)));
        if (day > Today.AddYears(2)) return Refuse(DialogTexts.DayTooFar);
        return new Taking<DateOnly>.Accepted(day, AnswerJson.Write(day), Russian.DayLong(day));
    }

    /// <summary>A day with a time that came along: taken where one meaning of it is ahead, asked about where two are.</summary>
    private Taking<DateOnly> CheckBoth(DateOnly day, IReadOnlyList<TimeOnly> times)
    {
        if (Check(day) is Taking<DateOnly>.Refused refused) return refused;
        var ahead = times.Where(t => zone.At(day, t) > now).ToList();
        if (ahead.Count == 0) return Refuse(DialogTexts.MomentIsPast(Russian.Moment(zone.At(day, times[0]), zone)));
        if (ahead.Count > 1)
        {
            return new Taking<DateOnly>.Doubted(new(DialogTexts.WhichHour(Russian.Day(day), ahead),
                [.. ahead.Select(t => new ShownOption(AnswerJson.Write(new DayAndTime(day, t)), Russian.Time(t)))], null));
        }
        var moment = zone.At(day, ahead[0]);
        return new Taking<DateOnly>.Accepted(day, AnswerJson.Write(day), Russian.DayLong(day),
            new Answer(timeKey!, DialogTexts.Time, AnswerJson.Write(ahead[0]), Russian.Time(ahead[0]), 0))
        {
            Echo = Russian.Moment(moment, zone),
        };
    }

    private Taking<DateOnly> Check(TypedPeriod period)
    {
        if (period.Last < period.First) return Refuse(DialogTexts.PeriodReversed(Russian.Day(period.First), Russian.Day(period.Last)));
        if (period.Last > Today.AddYears(2)) return Refuse(DialogTexts.DayTooFar);
        var first = Check(period.First);
        return first is not Taking<DateOnly>.Accepted accepted ? first : accepted with
        {
            Also = [new Answer(Last!.Value.Key, Last.Value.Label, AnswerJson.Write(period.Last), Russian.DayLong(period.Last), 0)],
            Echo = $"{Russian.Day(period.First)} – {Russian.Day(period.Last)}",
        };
    }

    private static Taking<DateOnly> Refuse(string because) => new Taking<DateOnly>.Refused(because);

    private Face NextDays() => new()
    {
        Options = [.. Enumerable.Range(0, DaysToTap).Select(n => First.AddDays(n)).Select(d => new ShownOption(AnswerJson.Write(d), Russian.Day(d)))],
        Columns = 2,
        Controls = [[(DialogTexts.Calendar, $"{Dialogs.Controls.Face}{Grid}")]],
    };

    /// <summary>Page 0 is the month of the first day that can be taken. Days before it are dots.</summary>
    private Face Month(int page)
    {
        page = Math.Clamp(page, 0, 24);
        var first = new DateOnly(First.Year, First.Month, 1).AddMonths(page);
        var options = new List<ShownOption>();
        var cells = new List<(string Label, string Control)>();
        for (var n = ((int)first.DayOfWeek + 6) % 7; n > 0; n--) cells.Add((" ", Dialogs.Controls.Nothing));
        for (var day = first; day.Month == first.Month; day = day.AddDays(1))
        {
            if (day < First)
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
                [page > 0 ? (Pager.Previous, $"p{page - 1}") : (" ", Dialogs.Controls.Nothing), (DialogTexts.NearestDays, $"{Dialogs.Controls.Face}"), (Pager.Next, $"p{page + 1}")],
            ],
        };
    }

    private sealed record DayAndTime(DateOnly Day, TimeOnly Time);
}

/// <summary>A time on a day that is known, later than now.</summary>
internal sealed class TimeQuestion(string key, Prompt prompt, DateOnly day, DateTimeOffset now, SiteZone zone) : Question<TimeOnly>(key, prompt)
{
    public override Task<Face> Face(Shown state) => Task.FromResult(new Face
    {
        Text = Html.Text(Russian.DayLong(day)),
        Options = [.. Enumerable.Range(9, 10).Select(h => new TimeOnly(h, 0)).Where(IsAhead)
            .Select(t => new ShownOption(AnswerJson.Write(t), Russian.Time(t)))],
        Columns = 5,
    });

    public override Task<bool> StillOffers(string json) => Task.FromResult(Read(json, out var time) && IsAhead(time));

    public override Task<Taking<TimeOnly>> Take(Given given, Shown shown) => Task.FromResult(given switch
    {
        Given.Option(var chosen) when Read(chosen.Json, out var time) => Check(time),
        Given.Words(var text) => TypedMomentReader.ReadTime(text) switch
        {
            TypedMoment.Understood { Time: { } time } understood => CheckTyped(DoubtfulHour.Meanings(time, understood.SaysPartOfDay)),
            TypedMoment.NoSuchTime(var typed) => new Taking<TimeOnly>.Refused(DialogTexts.NoSuchTime(typed)),
            _ => new Taking<TimeOnly>.Refused(DialogTexts.TimeUnclear),
        },
        _ => new Taking<TimeOnly>.Refused(DialogTexts.TimeUnclear),
    });

    private bool IsAhead(TimeOnly time) => zone.At(day, time) > now;

    internal override Taking<TimeOnly> TakeMeaning(ShownOption meaning) =>
        Read(meaning.Json, out var time) ? Check(time) : new Taking<TimeOnly>.Refused(DialogTexts.TimeUnclear);

    private Taking<TimeOnly> CheckTyped(IReadOnlyList<TimeOnly> times) => times.Where(IsAhead).ToList() switch
    {
        [var one] => Check(one),
        [] => Check(times[0]),
        var several => new Taking<TimeOnly>.Doubted(new(
            DialogTexts.WhichHour(Russian.Day(day), several), [.. several.Select(t => new ShownOption(AnswerJson.Write(t), Russian.Time(t)))], null)),
    };

    private Taking<TimeOnly> Check(TimeOnly time) => IsAhead(time)
        ? new Taking<TimeOnly>.Accepted(time, AnswerJson.Write(time), Russian.Time(time)) { Echo = Russian.Moment(zone.At(day, time), zone) }
        : new Taking<TimeOnly>.Refused(DialogTexts.MomentIsPast(Russian.Moment(zone.At(day, time), zone)));
}
