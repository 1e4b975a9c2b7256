using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Meetings;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.Consultations.Requests;
using MspBot.Domain.People;
using MspBot.Domain.Spelling;
using MspBot.Host.Consultations.Hours;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Conversations.Turns;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Requests;

/// <summary>
/// A teacher asks for a consultation. Begun with a request's number it asks only for another tutor and time: the rest is kept.
/// </summary>
internal sealed class RequestFlow(
    TutorReader tutors, HoursReader hours, AnyTutor any, ConsultationReader reader, EngagementReader engagements, OfferedTimes offered)
    : Flow
{
    private const string Name = ConsultationLinks.Request;

    /// <summary>«Любой тьютор»: no person has this number.</summary>
    internal static readonly PersonId Anyone = new(0);

    private const int TopicLength = 300;

    public override string Key => Name;

    public override Access Access => ConsultationStart.Rows(reader);

    public override string Title => RequestTexts.Consultation;

    public override string Unfinished => RequestTexts.Unfinished;

    public override bool For(Speaker speaker) => speaker.Is(Role.Teacher);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var me = ask.Person;
        ConsultationDetails? known = null;
        if (!ask.Start.IsEmpty)
        {
            known = await ConsultationStart.Read(ask, reader);
            if (known is null || known.TeacherId != me) return Say(ConsultationRefusalScreens.Gone);
            if (RequestReassignment.ByTeacher(known.Facts, me) is { } no) return Say(ConsultationRefusalScreens.Screen(no, known.Id));
        }
        var topic = known?.Topic ?? await ask.Text("topic", RequestTexts.Topic, TopicLength, Topic);
        if (known is null) await ask.Assume("subject", RequestTexts.Subject, () => OnlySubject(me));
        var subject = known is null ? await ask.OptionalChoice("subject", RequestTexts.Subject, () => Subjects(me), columns: 2)
            : known.Subject;
        var group = known?.PrefersGroup
            ?? await ask.Choice("kind", RequestTexts.Kind,
                [new Option<bool>(false, RequestTexts.Individual), new Option<bool>(true, RequestTexts.Group)]);
        if (known is null) await ask.Assume("tutor", RequestTexts.Tutor, () => OnlyTutor(me, subject, ask.Now));
        var tutor = await ask.Choice("tutor", RequestTexts.Tutor, () => Offered(me, subject, known?.Id, ask.Now));
        var times = tutor == Anyone ? null : await hours.Times(tutor);
        var line = tutor == Anyone ? null : await tutors.Find(tutor, me, subject, ask.Now);
        var preference = await TimeQuestions.Preference(ask, hours, () => Free(me, tutor, subject, known?.Id, ask.Now),
            times?.Notice
            ?? AnyTutor.Notice, TimeSpan.FromMinutes(times?.Minutes ?? AnyTutor.Minutes), mayWait: true, RequestTexts.DayWith(line));
        var others = await engagements.At(me, preference.Starts, TimeSpan.FromMinutes(times?.Minutes ?? AnyTutor.Minutes), known?.Id.Value);
        await ask.Confirm(EngagementTexts.Warned(others,
            RequestTexts.SendTo(line, tutor == Anyone ? null : await hours.StandIn(tutor, me, preference.Starts, ask.Now)), ask.Zone));

        var again = TimeQuestions.Again(preference);
        return Do(new RequestConsultation(known?.Id, new(topic, subject, group, preference), tutor))
            .OnConflict(ConsultationRefusal.TimeTaken, again, ConsultationReplies.Refused(ConsultationRefusal.TimeTaken))
            .OnConflict(ConsultationRefusal.TimeIsPast, again, ConsultationReplies.Refused(ConsultationRefusal.TimeIsPast))
            .OnConflict(ConsultationRefusal.TimeTooNear, again, ConsultationReplies.Refused(ConsultationRefusal.TimeTooNear))
            .OnConflict(ConsultationRefusal.TimesOverlap, again, ConsultationReplies.Refused(ConsultationRefusal.TimesOverlap))
            .OnConflict(ConsultationRefusal.NoTutor, "tutor", ConsultationReplies.Refused(ConsultationRefusal.NoTutor));
    }

    private static Parsed<string> Topic(string text)
    {
        var line = OneLine.Of(text);
        return OneLine.Says(line, 3) ? new Parsed<string>.Good(line, line) : new Parsed<string>.Bad(RequestTexts.TopicUnclear);
    }

    /// <summary>A teacher's only subject; «not given» for a teacher without subjects.</summary>
    private async Task<Option<string>?> OnlySubject(PersonId me) => await tutors.Subjects(me) switch
    {
        [] => new(null!, DialogTexts.NotGiven),
        [var only] => new(only, only),
        _ => null,
    };

    /// <summary>The teacher's only assigned tutor, unless absent or unreachable.</summary>
    private async Task<Option<PersonId>?> OnlyTutor(PersonId me, string? subject, DateTimeOffset now) =>
        (await tutors.For(me, subject, now)).Where(t => t.Own).ToList() is [{ AwayUntil: null, Reachable: true } own]
            ? new(own.Id, RequestTexts.Tutors(own), own.Name)
            : null;

    /// <summary>The teacher's own first.</summary>
    private async Task<IReadOnlyList<Option<string>>> Subjects(PersonId me) =>
        [.. (await tutors.Subjects(me)).Concat(Domain.People.Profile.Subjects.All).Distinct().Select(s => new Option<string>(s, s))];

    private async Task<IReadOnlyList<Option<PersonId>>> Offered(PersonId me, string? subject, ConsultationId? of, DateTimeOffset now)
    {
        var all = await tutors.For(me, subject, now, of);
        return
        [
            .. all.Where(t => t is { Own: true, Refused: false }).Select(t => new Option<PersonId>(t.Id, RequestTexts.Tutors(t), t.Name)),
            new(Anyone, RequestTexts.AnyTutor),
            .. all.Where(t => !t.Own || t.Refused).Select(t => new Option<PersonId>(t.Id, RequestTexts.Tutors(t), t.Name)),
        ];
    }

    private async Task<IReadOnlyList<OfferedTime>> Free(
        PersonId me, PersonId tutor, string? subject, ConsultationId? of, DateTimeOffset now) =>
        await offered.Of(me, tutor == Anyone ? await any.Free(me, subject, of, now) : await hours.Free(tutor, now));
}

/// <summary>What «Любой тьютор» comes to.</summary>
internal sealed class AnyTutor(TutorReader tutors, HoursReader hours)
{
    internal const int Minutes = 45;

    internal static readonly TimeSpan Notice = TimeSpan.FromHours(4);

    /// <summary>The times at which at least one of them is free; of several lengths the shortest.</summary>
    internal async Task<IReadOnlyList<FreeTime>> Free(PersonId teacher, string? subject, ConsultationId? of, DateTimeOffset now)
    {
        var free = await hours.FreeOf((await tutors.Any(teacher, subject, now, of)).Select(t => t.Id), now);
        return [.. free.Values.SelectMany(times => times).GroupBy(t => t.StartsAt).Select(same => same.MinBy(t => t.EndsAt))
            .OrderBy(t => t.StartsAt)];
    }

    /// <summary>Who may get it, the one with the least to do first; for a free time only those who are free then.</summary>
    internal async Task<IReadOnlyList<PersonId>> Candidates(
        PersonId teacher, ConsultationRequest request, ConsultationId? of, DateTimeOffset now)
    {
        // A request for any time with any tutor stays unassigned; the first tutor with free times is offered.
        if (request.Preference.Kind is null) return [];
        IReadOnlyList<PersonId> all = [.. (await tutors.Any(teacher, request.Subject, now, of)).Select(t => t.Id)];
        if (request.Preference.Kind != TimeKind.Asked) return all;
        var free = await hours.FreeOf(all, now);
        return [.. all.Where(tutor => free[tutor].Any(t => t.StartsAt == request.Preference.Starts[0]))];
    }
}

/// <summary>What a teacher asks for; <paramref name="Again"/> is the request that is asked once more.</summary>
internal sealed record RequestConsultation(ConsultationId? Again, ConsultationRequest Request, PersonId Tutor);

/// <summary>Writes it and tells the tutor, or the heads when there is no tutor.</summary>
internal sealed class RequestConsultationHandler(
    RequestStore store, AnyTutor any, LoadReader load, ConsultationScreens screens, ConsultationNotices notices)
    : Handler<RequestConsultation>
{
    public override async Task<Done> Handle(RequestConsultation command, Turn turn)
    {
        var me = turn.Person;
        IReadOnlyList<PersonId> tutors = command.Tutor == RequestFlow.Anyone
            ? await any.Candidates(me, command.Request, command.Again, turn.Now)
            : [command.Tutor];
        var result = command.Again is { } id
            ? await store.AskAgain(id, me, command.Request.Preference, tutors, turn.Now)
            : await store.Ask(me, command.Request, tutors, turn.Now);
        if (result.Refusal is { } refusal) return new Done.Refused(refusal, Html.Text(ConsultationReplies.Refused(refusal)));
        await notices.Asked(turn, result);
        var usual = result.After!.TutorId is { } tutor ? await load.UsuallyAnswers(tutor, turn.Now) : null;
        return new Done.With(screens.Card(result.After, Side.Teacher, turn.Now, NewsTexts.RequestSent(usual)));
    }
}

/// <summary>/consult</summary>
internal sealed class ConsultCommand(OpenDialogs dialogs) : Command
{
    public override string Name => ConsultationLinks.Request;

    public override string Description => "Консультация тьютора: отправить заявку";

    public override int Order => 120;

    public override bool For(Speaker speaker) => speaker.Is(Role.Teacher);

    public override Task Run(Turn turn, string args) => dialogs.Begin(turn, ConsultationLinks.Request, "");
}
