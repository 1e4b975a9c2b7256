using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Digests;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Plan;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Sandbox.Past;

namespace MspBot.Tests.Digests;

/// <summary>The definitions of docs/figures.md once more, slow and plain: all rows in memory, no SQL.</summary>
internal sealed class PlainFigures(DistrictPast past, SiteZone zone, DateTimeOffset now)
{
    internal Figures Of(DigestPeriod period) => Of((period.First, period.Last));

    internal Figures Of((DateOnly First, DateOnly Last) period)
    {
        bool Within(DateTimeOffset? moment) => moment is { } m && zone.DayOf(m) >= period.First && zone.DayOf(m) <= period.Last;

        var held = Held(period);
        var seated = past.SignUps.Where(s => held.Contains(s.Seminar) && s.State == SignUpState.Confirmed).ToList();
        // Attendance is not marked: in no sum and no share.
        var unmarked = seated.GroupBy(s => s.Seminar).Where(one => one.All(s => s.Came is null)).Select(one => one.Key).ToHashSet();
        var answered = past.Consultations.Where(c => c.Teacher is not null && Within(c.AnsweredAt)).ToList();
        var met = past.Consultations.Where(c => c.State == ConsultationState.Held && Within(c.StartsAt)).ToList();
        var ratings = past.Feedback.Where(f => f.FiledOn >= period.First && f.FiledOn <= period.Last).ToList();
        var took = Took(seated, met);
        var sent = Sent(held);
        var low = LowSchools();
        var asked = past.Surveys.Schools.Where(s => past.Surveys.Surveys.Single(v => v.Id == s.Survey) is var v && v.DueOn >= period.First
            && v.DueOn <= period.Last && v.DueOn < zone.DayOf(now)).ToList();

        var sentOut = past.Library.Broadcasts.Where(b => !b.Stopped && Within(b.At)).ToList();

        return new()
        {
            MaterialsAdded = past.Library.Materials.Count(m => Within(m.At)),
            Took = past.Library.Taken.Where(t => Within(t.At) && past.Library.Materials.Single(m => m.Id == t.Material).Author != t.Person)
                .Select(t => t.Person).Distinct().Count(),
            HandedOut = past.Library.Given.Where(g => Within(g.At)).Select(g => g.Person).Distinct().Count(),
            AskedInVain = past.Library.Wishes.Where(w => Within(w.At)).Select(w => w.Words).Distinct().Count(),
            Broadcasts = sentOut.Count,
            Recipients = sentOut.Sum(b => b.Recipients.Count),
            Delivered = sentOut.Sum(b => b.Recipients.Count(r => r.Outcome == "Sent")),
            Subscribed = past.Library.Asked.Select(a => a.Person).Distinct().Count(),
            Seminars = held.Count,
            Unmarked = unmarked.Count,
            SignedUp = seated.Count(s => !unmarked.Contains(s.Seminar)),
            Came = seated.Count(s => s.Came == true),
            Nominated = sent.Count,
            NominationsAccepted = sent.Count(n => n.State == NominationState.Accepted),
            NominationsDeclined = sent.Count(n => n.State == NominationState.Declined),
            NominationsUnanswered = sent.Count(n => n.State == NominationState.Asked),
            NominationsLapsed = sent.Count(n => n.State == NominationState.Lapsed),
            NominatedCame = seated.Count(s => s is { Nomination: not null, Came: true }),
            NewSignUps = past.SignUps.Count(s => Within(s.CreatedAt)),
            Requested = past.Consultations.Count(c => c.Teacher is not null && Within(c.CreatedAt)),
            Held = met.Count,
            Answered = answered.Count,
            HoursToAnswer = Median(answered.Select(c => (c.AnsweredAt!.Value - c.CreatedAt).TotalHours)),
            Ratings = ratings.Count,
            Rating = ratings.Count < 3 ? null : ratings.Average(f => f.Rating),
            ActiveSchools = took.Select(t => t.School).Distinct().Count(s => s is { } school && low.Contains(school)),
            LowSchools = low.Count,
            Reached = took.Select(t => t.Person).Distinct().Count(),
            PlanDue = Due(period.First, period.Last).Count,
            PlanInTime = Due(period.First, period.Last).Count(i => DoneOn(i.Item) <= i.Last),
            PlanLate = Due(period.First, period.Last).Count(i => DoneOn(i.Item) > i.Last),
            PlanOverdue = Due(period.First, period.Last).Count(i => DoneOn(i.Item) is null && i.Last < zone.DayOf(now)),
            PlanDueInYear = Due(SchoolYear.Of(period.Last).FirstDay, period.Last).Count,
            PlanDoneInYear = Due(SchoolYear.Of(period.Last).FirstDay, period.Last).Count(i => DoneOn(i.Item) is not null),
            Unplanned = past.Plans.Plans.Any(p => p.Year == SchoolYear.Of(period.Last))
                ? past.Seminars.Count(s => held.Contains(s.Id) && past.Plans.IsUnplanned(s)) : null,
            LinksMade = past.Links.Count(l => Within(l.MadeAt)),
            LinksUsed = past.Links.Count(l => Within(l.UsedAt)),
            DaysToAgreement = Median(past.Plans.Decisions.Where(d => Within(d.At)).Select(d => WorkingDays(
                past.Plans.Versions.Single(v => v.Item == d.Item && v.Version == d.Version).SentAt!.Value, d.At))),
            SurveysAsked = asked.Count,
            SurveysInTime = asked.Count(s => s.SentAt is { } sent
                && zone.DayOf(sent) <= past.Surveys.Surveys.Single(v => v.Id == s.Survey).DueOn),
        };
    }

    /// <summary>Whom each school has sent to meetings that are marked, and who of them came.</summary>
    internal Dictionary<long, (int Sent, int Came)> Sent(DigestPeriod period)
    {
        var marked = past.SignUps.Where(s => s is { State: SignUpState.Confirmed, Came: not null }).Select(s => s.Seminar)
            .Intersect(Held((period.First, period.Last))).ToHashSet();
        var came = past.SignUps.Where(s => s.Came == true && marked.Contains(s.Seminar)).Select(s => s.Nomination).ToHashSet();
        return Sent(marked).GroupBy(n => n.School).ToDictionary(of => of.Key, of => (of.Count(), of.Count(n => came.Contains(n.Id))));
    }

    /// <summary>To these meetings; without what the school took back or gave to another teacher.</summary>
    private List<PastNomination> Sent(HashSet<long> meetings) => [.. past.Nominations.Where(n => meetings.Contains(n.Seminar)
        && n is { State: not (NominationState.Withdrawn or NominationState.Replaced), ReplacedBy: null })];

    private HashSet<long> Held((DateOnly First, DateOnly Last) period) => [.. past.Seminars.Where(s => s.State == SeminarState.Published
        && zone.DayOf(s.StartsAt) >= period.First && zone.DayOf(s.StartsAt) <= period.Last && s.EndsAt <= now).Select(s => s.Id)];

    /// <summary>How many people took part from one school and then from another.</summary>
    internal int FromTwoSchools(DigestPeriod period)
    {
        var took = Took((period.First, period.Last));
        return took.Count - took.Select(t => t.Person).Distinct().Count();
    }

    /// <summary>Low-results schools of the list.</summary>
    internal HashSet<long> LowSchools() =>
        [.. past.Schools.Where(s => s.Kind == SchoolKind.LowResults && s.Confirmed).Select(s => s.Id)];

    internal HashSet<(long Person, long? School)> Took((DateOnly First, DateOnly Last) period)
    {
        bool Within(DateTimeOffset? moment) => moment is { } m && zone.DayOf(m) >= period.First && zone.DayOf(m) <= period.Last;
        var held = Held(period);
        return Took(past.SignUps.Where(s => held.Contains(s.Seminar) && s.State == SignUpState.Confirmed),
            past.Consultations.Where(c => c.State == ConsultationState.Held && Within(c.StartsAt)));
    }

    /// <summary>Who took part, and where they worked then; null: they are erased, and nobody knows.</summary>
    private HashSet<(long Person, long? School)> Took(IEnumerable<PastSignUp> seated, IEnumerable<PastConsultation> met)
    {
        var all = met.ToLookup(c => c.Kind);
        var groups = all[ConsultationKind.Group].Select(c => c.Id).ToHashSet();
        return [.. seated.Where(s => s.Came == true).Select(s => (s.Person, s.School))
            .Concat(all[ConsultationKind.Individual].Select(c => (Person: c.Teacher!.Value, c.School)))
            .Concat(past.Members.Where(m => m.Agreed && groups.Contains(m.Consultation)).Select(m => (m.Person, m.School)))
            .Select(t => (t.Person, t.School ?? schools.Value[t.Person]))];
    }

    /// <summary>Items in force whose last day has come.</summary>
    private List<(PastItem Item, DateOnly Last)> Due(DateOnly first, DateOnly last) =>
        [.. past.Plans.Items.Where(i => i.Agreed is not null && i.State != ItemState.Excluded)
            .Select(i => (i, past.Plans.Versions.Single(v => v.Item == i.Id && v.Version == i.Agreed).Term.Last))
            .Where(i => i.Last >= first && i.Last <= last && i.Last <= zone.DayOf(now))];

    /// <summary>The first day of a meeting to which somebody came, or that of the mark; null: neither.</summary>
    private DateOnly? DoneOn(PastItem item)
    {
        var days = past.Seminars.Where(s => s.Item == item.Id && s.State == SeminarState.Published && s.EndsAt <= now
            && attended.Value.Contains(s.Id)).Select(s => zone.DayOf(s.StartsAt)).ToList();
        if (item.DoneOn is { } marked) days.Add(marked);
        return days.Count == 0 ? null : days.Min();
    }

    private double WorkingDays(DateTimeOffset sent, DateTimeOffset at)
    {
        var days = 0;
        for (var day = zone.DayOf(sent).AddDays(1); day <= zone.DayOf(at); day = day.AddDays(1))
            days += WorkingCalendar.Plain.IsWorking(day) ? 1 : 0;
        return days;
    }

    private readonly Lazy<HashSet<long>> attended = new(() => [.. past.SignUps.Where(s => s.Came == true).Select(s => s.Seminar)]);

    private readonly Lazy<Dictionary<long, long?>> schools = new(() => past.People.ToDictionary(p => p.Id, p => p.School));

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
