using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using MspBot.Sandbox.Past;

namespace MspBot.Tests.Digests;

/// <summary>The definitions of docs/figures.md once more, slow and plain: all rows in memory, no SQL.</summary>
internal sealed class PlainFigures(DistrictPast past, SiteZone zone, DateTimeOffset now)
{
    internal Figures Of(DigestPeriod period)
    {
        bool Within(DateTimeOffset? moment) => moment is { } m && zone.DayOf(m) >= period.First && zone.DayOf(m) <= period.Last;

        var held = past.Seminars.Where(s => s.State == SeminarState.Published && Within(s.StartsAt) && s.EndsAt <= now).Select(s => s.Id)
            .ToHashSet();
        var seated = past.SignUps.Where(s => held.Contains(s.Seminar) && s.State == SignUpState.Confirmed).ToList();
        // Attendance is not marked: in no sum and no share.
        var unmarked = seated.GroupBy(s => s.Seminar).Where(one => one.All(s => s.Came is null)).Select(one => one.Key).ToHashSet();
        var answered = past.Consultations.Where(c => c.Teacher is not null && Within(c.AnsweredAt)).ToList();
        var met = past.Consultations.Where(c => c.State == ConsultationState.Held && Within(c.StartsAt)).ToList();
        var groups = met.Where(c => c.Kind == ConsultationKind.Group).Select(c => c.Id).ToHashSet();
        var ratings = past.Feedback.Where(f => f.FiledOn >= period.First && f.FiledOn <= period.Last).ToList();
        var people = seated.Where(s => s.Came == true).Select(s => s.Person)
            .Concat(met.Where(c => c.Teacher is not null).Select(c => c.Teacher!.Value))
            .Concat(past.Members.Where(m => m.Agreed && groups.Contains(m.Consultation)).Select(m => m.Person)).ToHashSet();
        var low = past.Schools.Where(s => s.Kind == SchoolKind.LowResults && s.Confirmed).Select(s => s.Id).ToHashSet();

        return new()
        {
            Seminars = held.Count,
            Unmarked = unmarked.Count,
            SignedUp = seated.Count(s => !unmarked.Contains(s.Seminar)),
            Came = seated.Count(s => s.Came == true),
            NewSignUps = past.SignUps.Count(s => Within(s.CreatedAt)),
            Requested = past.Consultations.Count(c => c.Teacher is not null && Within(c.CreatedAt)),
            Held = met.Count,
            Answered = answered.Count,
            HoursToAnswer = Median(answered.Select(c => (c.AnsweredAt!.Value - c.CreatedAt).TotalHours)),
            Ratings = ratings.Count,
            Rating = ratings.Count < 3 ? null : ratings.Average(f => f.Rating),
            ActiveSchools = past.People.Where(p => people.Contains(p.Id) && p.School is { } school && low.Contains(school))
            .Select(p => p.School).Distinct().Count(),
            LowSchools = low.Count,
            Reached = people.Count,
        };
    }

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
