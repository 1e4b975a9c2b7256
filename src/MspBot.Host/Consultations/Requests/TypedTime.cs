using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>A day and a time as somebody typed them, «25.11 15:00» or «завтра в 16».</summary>
internal static class TypedTime
{
    /// <param name="ask">The dialog.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="refusal">Why it cannot be then; null: it can.</param>
    internal static Parsed<DateTimeOffset> Read(Dialog ask, string text, Func<DateTimeOffset, string?> refusal) =>
        TypedMomentReader.Read(text, ask.Zone.DayOf(ask.Now)) switch
        {
            TypedMoment.Understood { Day: { } day, Time: { } time } understood =>
                Meant(ask, day, DoubtfulHour.Meanings(time, understood.SaysPartOfDay), refusal),
            TypedMoment.Understood => new Parsed<DateTimeOffset>.Bad(RequestTexts.DayAndTime(ask)),
            TypedMoment.NoSuchDay(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchDay(typed)),
            TypedMoment.NoSuchTime(var typed) => new Parsed<DateTimeOffset>.Bad(DialogTexts.NoSuchTime(typed)),
            _ => new Parsed<DateTimeOffset>.Bad(RequestTexts.MomentUnclear(ask)),
        };

    private static Parsed<DateTimeOffset> Meant(
        Dialog ask, DateOnly day, IReadOnlyList<TimeOnly> times, Func<DateTimeOffset, string?> refusal) =>
        Parsed<DateTimeOffset>.Which([.. times.Select(t => Check(ask, ask.Zone.At(day, t), refusal))],
            good => DialogTexts.WhichHour(Russian.Day(day),
                [.. good.Select(g => TimeOnly.FromTimeSpan(ask.Zone.Local(g.Value).TimeOfDay))]),
            good => Russian.Clock(good.Value, ask.Zone));

    /// <summary>Several in one line («вт 15:30 или 16:30»): the first is the answer, the others answer the questions that follow.</summary>
    /// <param name="ask">The dialog.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="known">What was named before.</param>
    /// <param name="refusal">Why one cannot be, beside those that are known by then.</param>
    /// <param name="next">The keys and labels of the questions that follow.</param>
    internal static Parsed<DateTimeOffset> ReadSeveral(
        Dialog ask, string text, IReadOnlyList<DateTimeOffset> known, Func<DateTimeOffset, IReadOnlyList<DateTimeOffset>, string?> refusal,
        IReadOnlyList<(string Key, string Label)> next)
    {
        if (SeveralMoments.Read(text, ask.Zone.DayOf(ask.Now)) is not { } several) return Read(ask, text, time => refusal(time, known));
        if (several.Count > next.Count + 1) return new Parsed<DateTimeOffset>.Bad(RequestTexts.TooManyTimes);
        var (all, named) = (known.ToList(), new List<Parsed<DateTimeOffset>.Good>());
        foreach (var (day, time) in several)
        {
            // Of a doubtful hour the likelier meaning: it stands in the summary with the others.
            var read = Check(ask, ask.Zone.At(day, DoubtfulHour.Meanings(time)[0]), at => refusal(at, all));
            if (read is not Parsed<DateTimeOffset>.Good good) return read;
            all.Add(good.Value);
            named.Add(good);
        }
        return named[0] with
        {
            Echo = RequestTexts.OneOf(named.Select(one => one.Value), ask.Zone),
            Also = [.. named.Skip(1).Select((one, n) => new Answer(next[n].Key, next[n].Label, AnswerJson.Write(one.Value), one.Label, 0))],
        };
    }

    private static Parsed<DateTimeOffset> Check(Dialog ask, DateTimeOffset moment, Func<DateTimeOffset, string?> refusal)
    {
        var because = moment <= ask.Now ? DialogTexts.MomentIsPast(Russian.Moment(moment, ask.Zone)) : refusal(moment);
        return because is null ? new Parsed<DateTimeOffset>.Good(moment, Russian.Moment(moment, ask.Zone))
            : new Parsed<DateTimeOffset>.Bad(because);
    }
}
