using MspBot.Data.Consultations.Groups;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Meetings;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Consultations.Groups;

/// <summary>A tutor gathers a group, alone or out of a request (its number is what it is begun with); a head does it for a tutor.</summary>
internal sealed class NewGroupFlow(GroupReader groups, HoursReader hours, TutorReader tutors, EngagementReader engagements) : Flow
{
    private const string Name = ConsultationLinks.NewGroup;

    public override string Key => Name;

    public override Access Access => SuggestionCard.Rows(groups);

    public override string Title => GroupQuestionTexts.Gathering;

    public override bool For(Speaker speaker) => MayGather(speaker);

    internal static bool MayGather(Speaker speaker) => speaker.IsAny(Role.Tutor, Role.Head);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var of = ask.Row<ConsultationId>() is { } id ? await groups.Request(id) : null;
        var topic = await GroupQuestions.Topic(ask, of);
        var subject = await GroupQuestions.Subject(ask, of);
        var tutor = ask.Speaker.Is(Role.Tutor) ? ask.Person : await Tutor(ask, subject);
        var invited = await GroupQuestions.Invited(ask, await Like(ask.Speaker, of, topic, subject, tutor));
        var start = await GroupQuestions.Start(ask, GroupQuestionTexts.Start(ask), hours, tutor);
        var seats = await GroupQuestions.Seats(ask);
        var least = await GroupQuestions.MinParticipants(ask, seats);
        var agreeBy = await GroupQuestions.AgreeBy(ask, start);

        await ask.Confirm(await Warned(ask, tutor, start, GroupQuestionTexts.Ask(invited.Count)),
            [new Option<bool>(true, invited.Count == 0 ? ConsultationTexts.GatherGroup : GroupQuestionTexts.SendInvitations)]);

        return OnConflicts(Do(new OpenGroup(new()
        {
            About = topic,
            Subject = subject,
            Tutor = tutor,
            Requests = invited,
            StartsAt = start,
            Seats = seats,
            MinParticipants = least,
            AgreeBy = agreeBy,
        })));
    }

    /// <summary>The question, behind what a tutor who gathers for themselves takes part in at that time.</summary>
    private async Task<string> Warned(Dialog ask, PersonId tutor, DateTimeOffset start, string question)
    {
        if (tutor != ask.Person || await hours.Times(tutor) is not { } times) return question;
        return EngagementTexts.Warned(await engagements.Attended(tutor, [start], TimeSpan.FromMinutes(times.Minutes)), question, ask.Zone);
    }

    /// <summary>
    /// The request that the flow began with is always included, whatever the topic has become. A typed topic shows no requests made to
    /// colleagues, unless a similar request was made to this tutor.
    /// </summary>
    private async Task<IReadOnlyList<OpenRequest>> Like(Speaker speaker, OpenRequest? of, string topic, string? subject, PersonId tutor)
    {
        var like = await groups.Like(topic, subject, tutor);
        if (!speaker.Is(Role.Head) && !like.Any(r => r.TutorId == tutor)) like = [];
        return of is null || of.TeacherId == tutor ? like : [of, .. like.Where(r => r.Id != of.Id)];
    }

    private Task<PersonId> Tutor(Dialog ask, string? subject) => ask.Choice<PersonId>("tutor", GroupQuestionTexts.Tutor, async () =>
        [.. (await tutors.For(ask.Person, subject, ask.Now)).Select(t => new Option<PersonId>(t.Id, t.Name))]);

    private static Outcome.Effect OnConflicts(Outcome.Effect open) => new (GroupRefusal Refusal, string Again)[]
    {
        (GroupRefusal.TimeTaken, "start"), (GroupRefusal.TimeTooNear, "start"), (GroupRefusal.TimeTooFar, "start"),
        (GroupRefusal.SeatsOutOfBounds, "seats"),
        (GroupRefusal.LeastOutOfBounds, "least"), (GroupRefusal.AgreeByTooSoon, "agree"), (GroupRefusal.AgreeByAfterStart, "agree"),
        (GroupRefusal.NoTutor, "tutor"),
    }.Aggregate(open, (effect, conflict) => effect.OnConflict(conflict.Refusal, conflict.Again, GroupTexts.Refused(conflict.Refusal)));
}

/// <summary>A group, to be gathered.</summary>
internal sealed record OpenGroup(GroupDraft Draft);

/// <summary>Holds the time and invites those who asked.</summary>
internal sealed class OpenGroupHandler(GroupStore store, GroupNotices notices, SiteZone zone) : Handler<OpenGroup>
{
    public override async Task<Done> Handle(OpenGroup command, Turn turn)
    {
        if (command.Draft.Tutor != turn.Person && !turn.Speaker.Is(Role.Head)) return Refused(GroupRefusal.NotYours);
        var result = await store.Open(command.Draft, turn.Now);
        if (result.Refusal is { } refusal)
            return new Done.Refused(refusal, Html.Text(GroupTexts.Refused(result, zone)), GroupTexts.Refused(result, zone));
        GroupDeeds.Log(turn, LogAction.GroupOpened, result.After!);
        turn.TellOthers(notices.Invited(result.After!, turn.Now));
        if (command.Draft.Tutor != turn.Person) turn.TellOthers(notices.YouLead(result.After!, turn.Now));
        return new Done.Opening(ConsultationLinks.Group, result.After!.Id.Value);
    }

    private static Done.Refused Refused(GroupRefusal refusal) => new(refusal, Html.Text(GroupTexts.Refused(refusal)));
}
