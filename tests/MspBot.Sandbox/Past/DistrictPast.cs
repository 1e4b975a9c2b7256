using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;

namespace MspBot.Sandbox.Past;

/// <summary>
/// What has happened in an invented district up to a moment, and what is planned for the two weeks after it: the same for the same
/// size, moment and seed. It has summers without anything, meetings over midnight, people who were erased, schools nobody hears of.
/// </summary>
internal sealed class DistrictPast
{
    private static readonly string[] Themes =
        ["Читательская грамотность", "Смысловое чтение на математике", "Лабораторный практикум по механике", "Формирующее оценивание",
            "Подготовка к ОГЭ", "Работа с источником"];

    private static readonly string[] Names =
        ["Соколова Анна Игоревна", "Волкова Мария Петровна", "Зайцева Елена Олеговна", "Морозов Иван Сергеевич", "Лебедева Ольга Ивановна",
            "Новиков Пётр Андреевич"];

    private readonly Random random;
    private readonly PastSize size;
    private readonly DateTimeOffset until;
    private readonly SiteZone zone;
    private readonly DateOnly today;

    private DistrictPast(PastSize size, DateTimeOffset until, SiteZone zone, int seed)
    {
        (this.size, this.until, this.zone, random, today) = (size, until, zone, new Random(seed), zone.DayOf(until));
        Opened = zone.At(today.AddDays(-7 * size.Weeks), new TimeOnly(9, 0));
    }

    internal DateTimeOffset Opened { get; }

    internal DateTimeOffset Until => until;

    internal List<PastSchool> Schools { get; } = [];
    internal List<PastPerson> People { get; } = [];
    internal List<PastSeminar> Seminars { get; } = [];
    internal List<PastSignUp> SignUps { get; private set; } = [];
    internal List<PastNomination> Nominations { get; } = [];
    internal List<PastConsultation> Consultations { get; } = [];
    internal List<PastMember> Members { get; } = [];
    internal List<PastFeedback> Feedback { get; } = [];
    internal List<PastEntry> Journal { get; } = [];
    internal PastPlans Plans { get; private set; } = null!;
    internal List<PastLink> Links { get; } = [];
    internal PastSurveys Surveys { get; private set; } = null!;
    internal PastLibrary Library { get; private set; } = null!;

    internal static DistrictPast Make(PastSize size, DateTimeOffset until, SiteZone zone, int seed = 2026)
    {
        var past = new DistrictPast(size, until, zone, seed);
        past.MakePeople();
        past.MakeSeminars();
        past.MakeConsultations();
        past.MakeFeedback();
        // With dice of their own: the rest stays what it was without them.
        past.Plans = PastPlans.Make(past, until, zone, seed);
        PastMoves.Make(past, until, seed);
        PastNominations.Make(past, until, seed);
        PastLinks.Make(past, until, seed);
        past.Apply(new Random(seed));
        past.Surveys = PastSurveys.Make(past, until, zone, seed);
        past.Library = PastLibrary.Make(past, size.Weeks, until, seed);
        return past;
    }

    private void MakePeople()
    {
        for (var n = 1; n <= size.Schools; n++)
            Schools.Add(new(n, $"МОУ «СОШ № {n}»", n == 1 ? SchoolKind.Host : n % 5 == 0 ? SchoolKind.Leader : n % 2 == 0
                ? SchoolKind.LowResults : SchoolKind.Other, n % 29 != 0));
        // The first is the head, the second the methodologist, then tutors; teachers are in all schools but the last two.
        for (var n = 1; n <= 2 + size.Tutors + size.Teachers; n++)
        {
            var role = n switch { 1 => Role.Head, 2 => Role.Methodologist, _ when n <= 2 + size.Tutors => Role.Tutor, _ => Role.Teacher };
            var erased = role == Role.Teacher && n % 61 == 0;
            People.Add(new(n, erased ? null : 1_000_000 + n, Names[n % Names.Length], erased ? null
                : 1 + (n % Math.Max(1, size.Schools - 2)), role,
                n % 97 != 0, erased ? until - TimeSpan.FromDays(1) : null));
        }
    }

    private void MakeSeminars()
    {
        for (var n = 1; n <= size.Seminars; n++)
        {
            // Some of them late on a Sunday, over midnight into the next week.
            var start = n % 40 == 0 ? zone.At(Sunday(Day(14)), new TimeOnly(23, 30)) : Moment(14);
            var state = n % 20 == 7 ? SeminarState.Cancelled : n % 50 == 9 ? SeminarState.Draft : SeminarState.Published;
            var seminar = new PastSeminar(n, (SeminarKind)(n % 9), Themes[n % Themes.Length], start, start.AddMinutes(90), null, state,
                3 + (n % size.Tutors), start - TimeSpan.FromDays(28));
            var confirmed = state == SeminarState.Draft ? 0 : SignUpTo(seminar);
            Seminars.Add(seminar with { Seats = n % 5 == 0 ? null : Math.Max(1, confirmed + random.Next(10)) });
        }
        // In the order of their making, as the database numbers them.
        SignUps = [.. SignUps.OrderBy(s => s.CreatedAt).Select((s, nr) => s with { Id = nr + 1 })];
    }

    private int SignUpTo(PastSeminar seminar)
    {
        var wanted = size.SignUps / size.Seminars;
        var people = new HashSet<long>();
        var confirmed = 0;
        for (var count = random.Next(wanted / 2, wanted * 3 / 2 + 1); people.Count < count && people.Count < size.Teachers / 2;)
        {
            var person = Teacher();
            if (!people.Add(person.Id)) continue;
            var at = seminar.StartsAt - TimeSpan.FromMinutes(random.Next(60, 20 * 24 * 60));
            if (at > until) continue;
            var state = random.Next(100) switch
            {
                < 86 => SignUpState.Confirmed,
                < 92 => SignUpState.Waitlisted,
                _ =>
                SignUpState.Cancelled
            };
            // Whoever was erased has given their coming places back.
            if (person.ErasedAt is not null && seminar.StartsAt > until) state = SignUpState.Cancelled;
            bool? came = state != SignUpState.Confirmed || seminar.EndsAt > until ? null
                : random.Next(10) switch { < 7 => true, 7 => false, _ => null };
            if (seminar.Id % 7 == 0) came = null;   // attendance not marked
            if (state == SignUpState.Confirmed) confirmed++;
            SignUps.Add(new(0, seminar.Id, person.Id, state, at, state == SignUpState.Cancelled ? at.AddHours(1) : null, came));
        }
        return confirmed;
    }

    private void MakeConsultations()
    {
        var gathered = new List<PastConsultation>();
        for (var n = 1; n <= size.Consultations; n++)
        {
            var created = Moment(0);
            var teacher = Teacher();
            var tutor = Tutor();
            DateTimeOffset? answered = random.Next(20) == 0 ? null : created.AddMinutes(-60 * 9 * Math.Log(1 - random.NextDouble()));
            if (answered > until) answered = null;
            DateTimeOffset? start = answered is null ? null : Minute(answered.Value.AddHours(random.Next(4, 200)));
            var state = State(created, answered, start);
            var one = new PastConsultation(Consultations.Count + 1, ConsultationKind.Individual, teacher.Id, tutor, null, state,
                state is ConsultationState.Confirmed or ConsultationState.Held or ConsultationState.NotHeld ? start
                : null, created, answered);
            Consultations.Add(one);
            if (state == ConsultationState.Held) Note(one, teacher);
            if (state == ConsultationState.Grouped) gathered.Add(one);
            if (gathered.Count == 8) Gather(gathered, tutor);
            if (n % 10 == 0)
                Journal.Add(new(tutor, null, zone.DayOf(created), teacher.School, null, random.Next(1, 25), random.Next(20, 90), true,
                    created));
        }
        // A group that has not gathered yet.
        foreach (var alone in gathered) Consultations[(int)alone.Id - 1] = alone with { State = ConsultationState.Cancelled };
    }

    private ConsultationState State(DateTimeOffset created, DateTimeOffset? answered, DateTimeOffset? start)
    {
        if (answered is null) return created > until.AddDays(-6) ? ConsultationState.Requested : ConsultationState.Cancelled;
        var dice = random.Next(100);
        if (dice < 10) return ConsultationState.Declined;
        if (dice < 18) return ConsultationState.Cancelled;
        if (start > until) return ConsultationState.Offered;
        return dice < 30 ? ConsultationState.Grouped : dice < 36 ? ConsultationState.NotHeld : ConsultationState.Held;
    }

    private void Gather(List<PastConsultation> requests, long tutor)
    {
        var start = Minute(requests.Max(r => r.CreatedAt).AddDays(5));
        var group = new PastConsultation(Consultations.Count + 1, ConsultationKind.Group, null, tutor, null, start < until
            ? ConsultationState.Held : ConsultationState.Inviting, start, start.AddDays(-5), null);
        Consultations.Add(group);
        foreach (var request in requests)
        {
            Consultations[(int)request.Id - 1] = request with { Group = group.Id };
            if (Members.All(m => m.Consultation != group.Id || m.Person != request.Teacher))
                Members.Add(new(group.Id, request.Teacher!.Value, random.Next(5) > 0, start.AddDays(-4)));
        }
        requests.Clear();
    }

    private void Note(PastConsultation one, PastPerson teacher) => Journal.Add(new(
        one.Tutor, one.Id, zone.DayOf(one.StartsAt!.Value), teacher.School, teacher.Id, null, random.Next(20, 60), true,
        one.StartsAt.Value));

    private void MakeFeedback()
    {
        var seminars = Seminars.ToDictionary(s => s.Id);
        foreach (var one in SignUps.Where(s => s.Came == true && random.Next(5) < 2)) File(one.Seminar, null, seminars[one.Seminar].EndsAt);
        foreach (var one in Consultations.Where(c => c.State == ConsultationState.Held && random.Next(10) < 3)) File(null, one.Id,
            one.StartsAt!.Value);
    }

    private void File(long? seminar, long? consultation, DateTimeOffset after)
    {
        var day = zone.DayOf(after).AddDays(random.Next(3));
        if (day > today) return;
        var author = new byte[32];
        random.NextBytes(author);
        var id = new byte[16];
        random.NextBytes(id);
        Feedback.Add(new(new Guid(id), seminar, consultation, author, 6 - Math.Max(1, random.Next(1, 6) / 2 * random.Next(1, 3)),
            random.Next(3, 6), day));
    }

    /// <summary>Half of those who have filed say later whether they have applied it.</summary>
    private void Apply(Random dice)
    {
        for (var n = 0; n < Feedback.Count; n++)
        {
            if (dice.Next(2) == 0) Feedback[n] = Feedback[n] with { Applied = (Applied)dice.Next(4) };
        }
    }

    private PastPerson Teacher() => People[random.Next(2 + size.Tutors, People.Count)];

    private long Tutor() => random.Next(3, 3 + size.Tutors);

    /// <summary>A moment of the daytime, up to so many days from now.</summary>
    private DateTimeOffset Moment(int daysAhead)
    {
        var moment = zone.At(Day(daysAhead), new TimeOnly(random.Next(8, 19), random.Next(0, 4) * 15));
        return moment > until.AddDays(daysAhead) ? until.AddDays(daysAhead) : moment;
    }

    /// <summary>Never in high summer.</summary>
    private DateOnly Day(int daysAhead)
    {
        while (true)
        {
            var day = today.AddDays(random.Next(-7 * size.Weeks, daysAhead + 1));
            if (day.DayOfYear is < 190 or > 230) return day;
        }
    }

    private static DateOnly Sunday(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);

    private static DateTimeOffset Minute(DateTimeOffset moment) =>
        new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMinute), moment.Offset);
}
