using System.Globalization;
using MspBot.Data.Nominations.Seats;
using MspBot.Data.People.Schools;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Clock;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Seats;

/// <summary>«Места школам»: which schools, how many each, until when, and what that leaves for all.</summary>
internal sealed class HoldSeatsFlow(SchoolSeatsReader reader, SchoolReader schools, SeminarReader seminars) : Flow
{
    private const string All = "all";
    private const string Some = "some";
    private static readonly int[] UsualCounts = [1, 2, 3, 5];

    public override string Key => NominationLinks.HoldSeats;

    public override Access Access => Access.All(SeminarAccess.IsHead);

    public override string Title => HoldingTexts.Hold;

    public override string Unfinished => HoldingTexts.Unfinished;

    public override bool For(Speaker speaker) => SeminarAccess.IsHead(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var id = ask.Row<SeminarId>() ?? default;
        if (await seminars.Details(id, ask.Person) is not { } details)
            return Say(HeldScreens.Refused(SchoolSeatsRefusal.NoSuchSeminar, null, id, ask.Zone));
        if (HeldScreens.Refusal(details, ask.Now) is { } closed) return Say(HeldScreens.Refused(closed, details, id, ask.Zone));
        var listed = await schools.Confirmed();
        if (listed.Count == 0)
            return Say(new Screen(Html.Text(HoldingTexts.NoSchools)).Row(Button.Card(SeminarTexts.Open, SeminarLinks.Seminar, id.Value)));

        var free = details.Attendance.FreeSeats(details.Seats)!.Value;
        var (chosen, key) = await Chosen(ask, listed, free);
        var each = await ask.Choice("each", HoldingTexts.Each(chosen.Count, free),
            [.. UsualCounts.Where(n => n * chosen.Count <= free).Select(n => new Option<int>(n, SeminarTexts.Seats(n)))],
            text => TypedCount(text, chosen.Count, details.Seats, free), columns: 2);
        var until = await ask.Choice("until", HoldingTexts.Until(Examples.Moment(ask.Now, ask.Zone)), Usual(ask, details),
            text => HeldUntil.Read(ask, text, moment => moment > SchoolSeats.Latest(details.StartsAt)
                ? HoldingTexts.Refused(SchoolSeatsRefusal.UntilOutOfBounds, details, ask.Zone) : null));

        var left = free - chosen.Count * each;
        var tooMany = HoldingTexts.TooMany(chosen.Count * each, details.Seats, free);
        // The button carries what was read: pressed when it is otherwise by now, it shows that instead.
        await ask.Confirm(
            left < 0 ? tooMany : HoldingTexts.Summary(details, await reader.ToTell(chosen), each, until, left, ask.Zone),
            [new Option<string>(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count}.{left}"), HoldingTexts.Give)]);
        return Do(new HoldSeats(id, chosen, each, until))
            .OnConflict(SchoolSeatsRefusal.TooFewFree, "each", tooMany)
            .OnConflict(SchoolSeatsRefusal.UntilOutOfBounds, "until",
                HoldingTexts.Refused(SchoolSeatsRefusal.UntilOutOfBounds, details, ask.Zone))
            .OnConflict(SchoolSeatsRefusal.NoSuchSchool, key, HoldingTexts.Refused(SchoolSeatsRefusal.NoSuchSchool, details, ask.Zone));
    }

    /// <summary>The schools, and the question that named them.</summary>
    private static async Task<(IReadOnlyList<SchoolId> Schools, string Key)> Chosen(Dialog ask, IReadOnlyList<School> listed, int free)
    {
        var low = listed.Where(s => s.Kind == SchoolKind.LowResults).ToList();
        if (low.Count > 0)
        {
            var whom = await ask.Choice("whom", HoldingTexts.Whom,
                [.. low.Count <= free
                        ? [new Option<string>(All, HoldingTexts.AllLowResults(low.Count), HoldingTexts.AllLowResultsChosen(low.Count))]
                        : Array.Empty<Option<string>>(),
                    new Option<string>(Some, HoldingTexts.Some)]);
            if (whom == All) return ([.. low.Select(s => s.Id)], "whom");
        }
        return (await ask.ManyOf("schools", HoldingTexts.Which(free),
            () => Task.FromResult<IReadOnlyList<Option<SchoolId>>>([.. listed.Select(s => new Option<SchoolId>(s.Id, s.Name))])),
            "schools");
    }

    private static Parsed<int> TypedCount(string text, int schools, int? seats, int free)
    {
        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var each)
            || each is 0 or > SeminarBounds.MostSeats)
            return new Parsed<int>.Bad(HoldingTexts.EachUnclear);
        return each * schools > free ? new Parsed<int>.Bad(HoldingTexts.TooMany(each * schools, seats, free))
            : new Parsed<int>.Good(each, SeminarTexts.Seats(each));
    }

    /// <summary>Three days and one day before the start; where it is too late for both, as late as can be.</summary>
    private static IReadOnlyList<Option<DateTimeOffset>> Usual(Dialog ask, SeminarDetails details)
    {
        TimeSpan[] before = [SchoolSeats.FreedBefore, TimeSpan.FromDays(1)];
        var possible = before.Where(time => details.StartsAt - time > ask.Now).DefaultIfEmpty(Promotion.AskedWithin);
        return
        [
            .. possible.Select(time => (time, Until: details.StartsAt - time)).Select(t =>
                new Option<DateTimeOffset>(t.Until, HoldingTexts.Before(t.time, t.Until, ask.Zone), Russian.Moment(t.Until, ask.Zone))),
        ];
    }
}

/// <summary>So many seats for each of these schools.</summary>
internal sealed record HoldSeats(SeminarId Meeting, IReadOnlyList<SchoolId> Schools, int Each, DateTimeOffset Until);

/// <summary>Holds them, and tells the heads of the schools.</summary>
internal sealed class HoldSeatsHandler(SignUpStore store, HeldScreens screens, HeldNews news, SiteZone zone) : Handler<HoldSeats>
{
    public override async Task<Done> Handle(HoldSeats command, Turn turn)
    {
        SeatsOfSchool[] seats = [.. command.Schools.Select(school => new SeatsOfSchool(school, command.Each))];
        var result = await store.Hold(command.Meeting, seats, command.Until, turn.Person, turn.Now);
        if (result is not { Refusal: null, Details: { } details }) return Refused(result, command);

        var count = seats.Sum(s => s.Count);
        turn.Log(LogAction.SchoolSeatsHeld, LogSubject.Seminar, command.Meeting.Value,
            LogDetail.Of("seats", count).And("schools", seats.Length).And("to", command.Schools.Select(s => s.Value)), Role.Head,
            school: command.Schools is [var only] ? only : null);
        var told = await news.Held(turn, details, seats, command.Until);
        return new Done.With(
            await screens.Of(command.Meeting, turn.Person, turn.Now, news: HoldingTexts.Done(count, told))
            ?? HeldScreens.Refused(SchoolSeatsRefusal.NoSuchSeminar, null, command.Meeting, zone));
    }

    private Done Refused(HeldResult result, HoldSeats command)
    {
        var (because, details) = (result.Refusal!.Value, result.Details);
        if (because is not (SchoolSeatsRefusal.TooFewFree or SchoolSeatsRefusal.UntilOutOfBounds or SchoolSeatsRefusal.NoSuchSchool))
            return new Done.With(HeldScreens.Refused(because, details, command.Meeting, zone));
        var words = because == SchoolSeatsRefusal.TooFewFree
            ? HoldingTexts.TooMany(command.Schools.Count * command.Each, details!.Seats, details.Attendance.FreeSeats(details.Seats)!.Value)
            : HoldingTexts.Refused(because, details, zone);
        return new Done.Refused(because, Html.Text(words), words);
    }
}
