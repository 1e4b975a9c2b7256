using MspBot.Data.Consultations.Requests;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Consultations.Requests;

/// <summary>Somebody is about to be erased: the other sides hear of it without a name, and what they typed is forgotten.</summary>
internal sealed class ConsultationOnPersonErased(DepartureStore store, ConsultationNotices notices, ShownConsultations shown)
    : OnPersonErased
{
    public override async Task Before(PersonId person, Turn turn)
    {
        var asked = Nameless(await store.OfTeacher(person, turn.Now), after => after with { Teacher = null, School = null });
        foreach (var one in asked) ConsultationDeeds.LogCancelled(turn, one);
        await notices.TeacherDeparted(turn, asked);
        var given = Nameless(await store.OfTutor(person, turn.Now), after => after with { Tutor = null });
        foreach (var one in given) ConsultationDeeds.LogCancelled(turn, one);
        await notices.TutorDeparted(turn, given);
        await notices.ColleagueLeft(turn, await store.AskedOf(person, turn.Now));
        await store.Forget(person);
    }

    private static IReadOnlyList<ConsultationResult> Nameless(
        IReadOnlyList<ConsultationResult> all, Func<ConsultationDetails, ConsultationDetails> without) =>
        [.. all.Select(result => result with { After = without(result.After!) })];

    public override async Task After(PersonId person, Turn turn) => await shown.RedrawNameless(await store.Of(person), turn.Now);
}

/// <summary>When the tutor role is removed, open requests go to the heads and agreed meetings are cancelled.</summary>
internal sealed class ConsultationOnRoleRemoved(DepartureStore store, ConsultationNotices notices) : OnRoleRemoved
{
    public override async Task<IReadOnlyList<string>> Hanging(PersonId person, Role role, DateTimeOffset now) =>
        role == Role.Tutor ? NewsTexts.Hanging(await store.WorkOf(person, now)) : [];

    public override async Task After(PersonId person, Role role, Turn turn)
    {
        if (role != Role.Tutor) return;
        var given = await store.OfTutor(person, turn.Now);
        foreach (var one in given) ConsultationDeeds.LogCancelled(turn, one);
        await notices.TutorDeparted(turn, given);
        await notices.ColleagueLeft(turn, await store.AskedOf(person, turn.Now));
    }
}
