using System.Globalization;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Requests;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>The questions about a time: one of the free ones, a day first, or up to three of one's own.</summary>
internal static class TimeQuestions
{
    /// <summary>Answers to the question for the day that are neither days nor moments.</summary>
    private const string Own = "own";
    private const string Later = "wait";

    /// <summary>The question that is asked again when a free time is gone.</summary>
    internal const string Day = "day";

    private const string Time = "time";

    /// <param name="ask">The dialog.</param>
    /// <param name="hours">Which days are worked.</param>
    /// <param name="free">Today's free times.</param>
    /// <param name="notice">How near a time of one's own may be.</param>
    /// <param name="length">How far apart those must be.</param>
    /// <param name="mayWait">Whether «Сообщить, когда появится время» is offered.</param>
    /// <param name="which">How the day is asked for, where there is more to say.</param>
    internal static async Task<TimePreference> Preference(
        Dialog ask, HoursReader hours, Func<Task<IReadOnlyList<OfferedTime>>> free, TimeSpan notice, TimeSpan length, bool mayWait,
        Prompt? which = null)
    {
        var day = await ask.Choice(Day, which
            ?? RequestTexts.Day, async () => Days(await free(), ask.Zone, mayWait), text => TypedDay(ask, text),
            unoffered: RequestTexts.NotFree);
        if (day == Later)
        {
            ask.InOneLine(RequestTexts.When, RequestTexts.Later, Day);
            return TimePreference.Later;
        }
        if (day == Own)
        {
            var own = await OwnTimes(ask, hours.IsWorking, RequestTexts.OwnTime(ask), [], notice, length);
            ask.InOneLine(RequestTexts.Suits, RequestTexts.OneOf(own, ask.Zone), [Day, .. OwnKeys]);
            return new(TimeKind.Proposed, own);
        }
        if (Moment(day) is { } nearest)
        {
            ask.InOneLine(RequestTexts.When, Russian.Moment(nearest, ask.Zone), Day);
            return new(TimeKind.Asked, [nearest]);
        }
        var times = Times(await free(), day, ask.Zone);
        var legend = times.Any(t => t.Said != t.Label) ? RequestTexts.TimeOfSchool : RequestTexts.Time;
        var time = await ask.Choice(Time, legend, times, columns: 3);
        ask.InOneLine(RequestTexts.When, Russian.Moment(time, ask.Zone), Day, Time);
        return new(TimeKind.Asked, [time]);
    }

    /// <summary>Which of the answers is asked again when the times are refused: the earliest of them.</summary>
    internal static string Again(TimePreference preference) =>
        preference.Kind == TimeKind.Proposed ? OwnKey(Earliest(preference.Starts)) : Day;

    /// <summary>One to three times, typed or tapped.</summary>
    internal static async Task<IReadOnlyList<DateTimeOffset>> OwnTimes(
        Dialog ask, Func<DateOnly, bool> isWorking, Prompt prompt, IReadOnlyList<DateTimeOffset> free, TimeSpan notice, TimeSpan length)
    {
        var chosen = new List<DateTimeOffset> { await ask.Choice(OwnKey(0), prompt, Suggested([]), text => Read(text, [], 0)) };
        while (chosen.Count < AskedTimes.Most)
        {
            var known = chosen.ToList();
            var next = await ask.OptionalChoice(OwnKey(chosen.Count), RequestTexts.MoreTime(known, ask.Zone), Suggested(known),
                text => Read(text, known, known.Count));
            if (next == default) break;
            chosen.Add(next);
        }
        return chosen;

        IReadOnlyList<Option<DateTimeOffset>> Suggested(IReadOnlyList<DateTimeOffset> known) =>
            [.. (free.Count > 0 ? free : Usual(ask, isWorking, notice)).Where(t => Refusal(t, known) is null)
                .Select(t => new Option<DateTimeOffset>(t, Russian.Moment(t, ask.Zone)))];

        Parsed<DateTimeOffset> Read(string text, IReadOnlyList<DateTimeOffset> known, int number) =>
            TypedTime.ReadSeveral(ask, text, known, Refusal,
            [.. Enumerable.Range(number + 1, AskedTimes.Most - number - 1).Select(n => (OwnKey(n), RequestTexts.OwnLabel(n)))]);

        string? Refusal(DateTimeOffset time, IReadOnlyList<DateTimeOffset> known) =>
            AskedTimes.Check([.. known, time], length, notice, ask.Now) switch
            {
                _ when time > ask.Now.AddDays(366) => RequestTexts.TooFar,
                null => null,
                ConsultationRefusal.TimeTooNear => RequestTexts.TooNear(Russian.Moment(time, ask.Zone), notice),
                { } refusal => ConsultationReplies.Refused(refusal),
            };
    }

    /// <summary>«завтра», or «завтра в 15»: whether that time is free is found when the request is sent.</summary>
    private static Parsed<string> TypedDay(Dialog ask, string text)
    {
        if (TypedMomentReader.Read(text, ask.Zone.DayOf(ask.Now)) is not TypedMoment.Understood { Day: { } day } read)
            return new Parsed<string>.Bad(DialogTexts.TapPlease);
        var good = new Parsed<string>.Good(Key(day), Russian.Day(day));
        // A doubtful hour is asked for with the free times of that day.
        if (read.Time is not { } time || !DoubtfulHour.IsUsual(time)) return good;
        return good with
        {
            Also =
            [new Answer(Time, RequestTexts.Time.Label, AnswerJson.Write(ask.Zone.At(day, time)), Russian.Time(time), 0)]
        };
    }

    /// <summary>First those of days on which the teacher's school frees them.</summary>
    private static IReadOnlyList<Option<string>> Days(IReadOnlyList<OfferedTime> free, SiteZone zone, bool mayWait)
    {
        var days = free.GroupBy(t => zone.DayOf(t.StartsAt)).OrderBy(d => !d.Any(t => t.SchoolFrees)).ThenBy(d => d.Key)
            .Select(d => new Option<string>(Key(d.Key), d.Any(t => t.SchoolFrees) ? RequestTexts.FreedOn(d.Key)
                : RequestTexts.FreeOn(d.Key, d.Count()), Russian.Day(d.Key))).ToList();
        List<Option<string>> others = [new(Own, RequestTexts.Own) { Always = true }];
        if (mayWait) others.Add(new(Later, RequestTexts.Later) { Always = true, Formerly = RequestTexts.LaterFormerly });
        // Who only wants it soon needs no second question.
        IReadOnlyList<Option<string>> nearest =
            [.. free.OrderBy(t => t.StartsAt).Take(1).Select(t => Soon(t.StartsAt, RequestTexts.Nearest(t.StartsAt, zone)))];
        IReadOnlyList<Option<string>> freed = [.. free.Where(t => t.SchoolFrees).OrderBy(t => t.StartsAt).Take(1)
            .Select(t => Soon(t.StartsAt, RequestTexts.Freed(t.StartsAt, zone)))];
        return [.. freed, .. nearest.ExceptBy(freed.Select(o => o.Value), o => o.Value), .. days, .. others];

        Option<string> Soon(DateTimeOffset time, string label) => new(Key(time), label, Russian.Moment(time, zone));
    }

    /// <summary>The times of that day; once the last of them is gone, those of all days, so that there is a way on.</summary>
    private static IReadOnlyList<Option<DateTimeOffset>> Times(IReadOnlyList<OfferedTime> free, string day, SiteZone zone)
    {
        var ofDay = free.Where(t => Key(zone.DayOf(t.StartsAt)) == day).ToList();
        return
        [
            .. (ofDay.Count > 0 ? ofDay : free).OrderBy(t => !t.SchoolFrees).ThenBy(t => t.StartsAt).Select(t =>
            {
                var label = ofDay.Count > 0 ? Russian.Clock(t.StartsAt, zone) : Russian.Short(t.StartsAt, zone);
                return new Option<DateTimeOffset>(t.StartsAt, t.SchoolFrees ? RequestTexts.OfSchool(label) : label, label);
            }),
        ];
    }

    /// <summary>After lessons on the next working days.</summary>
    private static IEnumerable<DateTimeOffset> Usual(Dialog ask, Func<DateOnly, bool> isWorking, TimeSpan notice) => Enumerable.Range(0, 14)
        .Select(n => ask.Zone.DayOf(ask.Now).AddDays(n))
        .Where(isWorking)
        .SelectMany(d => new[] { ask.Zone.At(d, new(15, 0)), ask.Zone.At(d, new(16, 30)) })
        .Where(t => t > ask.Now + notice).Take(6);

    private static int Earliest(IReadOnlyList<DateTimeOffset> starts) => starts.Select((s, n) => (s, n)).Min().n;

    internal static IReadOnlyList<string> OwnKeys => [.. Enumerable.Range(0, AskedTimes.Most).Select(OwnKey)];

    private static string OwnKey(int number) => $"own{number + 1}";

    private static string Key(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Key(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Null: the answer is a day.</summary>
    private static DateTimeOffset? Moment(string answer) =>
        DateTimeOffset.TryParseExact(answer, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
