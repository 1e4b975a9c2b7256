using MspBot.Domain.Clock;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>A time on a day that is known, later than now.</summary>
internal sealed class TimeQuestion(string key, Prompt prompt, DateOnly day, DateTimeOffset now, SiteZone zone)
    : Question<TimeOnly>(key, prompt)
{
    public override Task<Face> Face(Shown state) => Task.FromResult(new Face
    {
        Text = Html.Text(Russian.DayLong(day)),
        Options = [.. Enumerable.Range(9, 10).Select(h => new TimeOnly(h, 0)).Where(IsAhead)
            .Select(t => new ShownOption(AnswerJson.Write(t), Russian.Time(t)))],
        Columns = 5,
    });

    public override Task<bool> StillOffers(string json) => Task.FromResult(Read(json, out var time) && IsAhead(time));

    public override Task<AnswerResult<TimeOnly>> Take(Given given, Shown shown) => Task.FromResult(given switch
    {
        Given.Option(var chosen) when Read(chosen.Json, out var time) => Check(time),
        Given.Words(var text) => TypedMomentReader.ReadTime(text) switch
        {
            TypedMoment.Understood { Time: { } time } understood => CheckTyped(DoubtfulHour.Meanings(time, understood.SaysPartOfDay)),
            TypedMoment.NoSuchTime(var typed) => new AnswerResult<TimeOnly>.Refused(DialogTexts.NoSuchTime(typed)),
            _ => new AnswerResult<TimeOnly>.Refused(DialogTexts.TimeUnclear),
        },
        _ => new AnswerResult<TimeOnly>.Refused(DialogTexts.TimeUnclear),
    });

    private bool IsAhead(TimeOnly time) => zone.At(day, time) > now;

    internal override AnswerResult<TimeOnly> TakeMeaning(ShownOption meaning) =>
        Read(meaning.Json, out var time) ? Check(time) : new AnswerResult<TimeOnly>.Refused(DialogTexts.TimeUnclear);

    private AnswerResult<TimeOnly> CheckTyped(IReadOnlyList<TimeOnly> times) => times.Where(IsAhead).ToList() switch
    {
        [var one] => Check(one),
        [] => Check(times[0]),
        var several => new AnswerResult<TimeOnly>.Doubted(new(
            DialogTexts.WhichHour(Russian.Day(day), several),
            [.. several.Select(t => new ShownOption(AnswerJson.Write(t), Russian.Time(t)))], null)),
    };

    private AnswerResult<TimeOnly> Check(TimeOnly time) => IsAhead(time)
        ? new AnswerResult<TimeOnly>.Accepted(time, AnswerJson.Write(time),
            Russian.Time(time))
        { Echo = Russian.Moment(zone.At(day, time), zone) }
        : new AnswerResult<TimeOnly>.Refused(DialogTexts.MomentIsPast(Russian.Moment(zone.At(day, time), zone)));
}
