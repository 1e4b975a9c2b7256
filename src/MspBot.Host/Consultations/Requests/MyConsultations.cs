using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Journal;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Requests;

/// <summary>In «Мои записи»: what the person asked for, and what is agreed.</summary>
internal sealed class MyConsultations(ConsultationReader reader, ConsultationList list) : MySection
{
    public override int Order => 10;

    public override async Task<MyPart?> For(Turn turn) => Part(RequestListTexts.MineTitle, await reader.Mine(turn.Person, turn.Now));

    /// <summary>As a teacher; a tutor's past is in /requests.</summary>
    public override async Task<MyPart?> Past(Turn turn) =>
        Part(RequestListTexts.PastTitle, await reader.PastOfTeacher(turn.Person, turn.Now));

    private MyPart? Part(string title, IReadOnlyList<ConsultationLine> lines) => lines.Count == 0 ? null : new(
        Html.Paragraphs(Html.Bold(title), list.Text(lines, Side.Teacher)),
        [.. lines.Select(line => (IReadOnlyList<Button>)[list.Button(line)])]);
}

/// <summary>On top of a tutor's menu: how many wait for an answer.</summary>
internal sealed class RequestsWaiting(ConsultationReader reader) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        turn.Speaker.Is(Role.Tutor) && await reader.WaitingFor(turn.Person) is { } waiting
            ? new(waiting.Since, RequestListTexts.WaitFor(waiting.Count),
                Button.Command(RequestListTexts.LookAtRequests, ConsultationLinks.RequestsWord))
            : null;
}

/// <summary>On top of the menu: times to choose among, or the next consultation.</summary>
internal sealed class NextConsultation(ConsultationReader reader, SiteZone zone) : NextThing
{
    public override async Task<Waiting?> For(Turn turn)
    {
        var me = turn.Person;
        if (await reader.ToChoose(me) is { At: { } since } offered)
            return new(since, RequestListTexts.Choose(offered),
                Button.Card(RequestListTexts.ChooseTime, ConsultationLinks.Consultation, offered.Id.Value));
        return await reader.Next(me, turn.Now) is { At: { } at } next
            ? new(at, RequestListTexts.Next(next, Russian.Moment(at, zone)),
                Button.Card(ConsultationTexts.Open, ConsultationLinks.Consultation, next.Id.Value), WaitsFor.Meeting)
            : null;
    }
}

/// <summary>On top of a tutor's menu: consultations that are over and have no outcome yet.</summary>
internal sealed class OutcomesWaiting(OutcomeStore outcomes) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        turn.Speaker.Is(Role.Tutor) && await outcomes.WaitingFor(turn.Person, turn.Now) is { } waiting
            ? new(waiting.Since, RequestListTexts.WithoutOutcome(waiting.Count),
                Button.Card(RequestListTexts.WriteOutcomes, ConsultationLinks.Journal, 0, arg: ConsultationLinks.OpenOutcomes))
            : null;
}

/// <summary>On top of the head's menu: requests that no tutor has, or has answered in time.</summary>
internal sealed class OverdueWaiting(LoadReader reader) : NextThing
{
    public override async Task<Waiting?> For(Turn turn) =>
        turn.Speaker.Is(Role.Head) && await reader.Overdue() is { } waiting
            ? new(waiting.Since, RequestListTexts.Overdue(waiting.Count),
                Button.Card(RequestListTexts.FindTutor, ConsultationLinks.Load, 0, arg: ConsultationLinks.UnansweredOfLoad))
            : null;
}
