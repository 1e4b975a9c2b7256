using System.Globalization;
using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>«Назначить»: a head gives an open request to one of the tutors. The argument is the page of the list, or the tutor.</summary>
internal sealed class AssignCard(
    ConsultationReader reader, HandoverStore store, TutorReader tutors, ConsultationNotices notices, ConsultationScreens screens) : Card
{
    private const string Name = ConsultationLinks.Assign;
    private const string Give = "to";

    public override string Key => Name;

    public override Access Access => Access.All(speaker => speaker.Is(Role.Head));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.Details(new(id)) is not { TeacherId: { } teacher } details) return null;
        if (!details.Facts.IsOpen) return screens.Card(details, Side.Head, turn.Now);
        IReadOnlyList<TutorLine> all =
            [.. (await tutors.For(teacher, details.Subject, turn.Now, details.Id)).Where(t => t.Id != details.TutorId)];
        if (all.Count == 0) return screens.Card(details, Side.Head, turn.Now, Html.Text(AssignTexts.NoTutors));

        return new Screen(AssignTexts.Whom(details))
            .Page(Paging.Cut(all, Pager.Number(arg)), tutor => Button.Card(RequestTexts.Load(tutor), Name, id, Give, Text(tutor.Id.Value)),
                (label, number) => Button.Card(label, Name, id, arg: Text(number)))
            .Row(Button.Card(ConsultationTexts.Open, ConsultationLinks.Consultation, id), EngineTexts.ToMenu);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != Give) return Pressed.Fresh(arg);
        if (!turn.Speaker.Is(Role.Head) || new Argument(arg).Id<PersonId>() is not { } tutor) return Pressed.Fresh();
        var result = await store.Assign(new(id), tutor, turn.Now);
        if (result.Refusal is { } refusal) return Pressed.Fresh(toast: ConsultationReplies.Refused(refusal));
        ConsultationDeeds.Log(turn, LogAction.ConsultationReassigned, result.After!, LogDetail.Of("to", tutor.Value), Role.Head);
        await notices.Assigned(turn, result);
        return Pressed.Instead(screens.Card(result.After!, Side.Head, turn.Now, AssignTexts.Done(result.After!)));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The words of it.</summary>
internal static class AssignTexts
{
    internal const string NoTutors = "Назначить пока некого: других тьюторов нет. Пригласите тьютора: /people.";
    internal static Html Whom(ConsultationDetails details) => Html.Paragraphs(
        Html.Bold("Кому назначить заявку?"),
        Html.Lines(Html.Of($"Тема: {details.Topic}"), Html.Of($"Педагог: {ConsultationTexts.Teacher(details)}")),
        Html.Text("Первыми — тьюторы этого педагога и предмета, затем те, у кого меньше работы."));

    internal static Html Done(ConsultationDetails details) => Html.Of($"<b>Назначено</b>\nЗаявку получит {details.Tutor ?? "—"}.");
}
