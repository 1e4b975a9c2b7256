using System.Globalization;
using MspBot.Data.Consultations.Deadlines;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Host.Consultations.Journal;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>What is said of a request that waits.</summary>
internal static class UnansweredTexts
{
    private const string OrAnother =
        "Можно подождать или выбрать другого тьютора; если ответа не будет, подключим руководителя площадки.";

    internal static Screen Nudge(Unanswered one, SiteZone zone) => new Screen(Html.Paragraphs(
            Html.Bold("⏳ Заявка ждёт вашего ответа"),
            About(one, $"{Teacher(one)}{(one.School is { } school ? $", {school}" : "")}"),
            Html.Of($"Ждёт с {Html.At(one.AskedAt, zone)}. Откройте её, чтобы ответить или передать коллеге.")))
        .Row(Open(one, "Открыть заявку"));

    internal static Screen NoAnswerYet(Unanswered one, SiteZone zone) => new Screen(Html.Paragraphs(
            Html.Bold(one.IsForOtherTimes ? "Тьютор пока не предложил другое время" : "Тьютор пока не ответил"),
            About(one, one.Tutor is { } tutor ? $"Тьютор: {FullName.Short(tutor)}" : null),
            Html.Of($"Заявка ждёт с {Html.At(one.AskedAt, zone)}, " +
            $"{(one.IsNudged ? "тьютору мы напомнили" : "тьютор получил её сразу")}. {OrAnother}")))
        .Row(Button.Flow("Выбрать другого тьютора", ConsultationLinks.Request, one.Id));

    internal static Screen AskHead(Unanswered one, DateTimeOffset now) => new Screen(Html.Paragraphs(
            Html.Bold("⚠️ Заявка на консультацию без ответа"),
            About(one, $"{Teacher(one)}{(one.School is { } school ? $", {school}" : "")}"),
            Html.Text($"{Silent(one)} уже {ConsultationTexts.Age(now - one.AskedAt)}. Выберите, кто возьмёт заявку.")))
        .Row(ToAssign(one, ConsultationTexts.Assign));

    /// <summary>It says where the request stands: whatever becomes of it later is shown in its place.</summary>
    internal static Screen TimePassed(Unanswered one) => new Screen(Html.Paragraphs(
            Html.Bold(one.WasOffered ? "Предложенное время прошло" : "Время прошло, а ответа не было"),
            About(one, one.Tutor is { } tutor ? $"Тьютор: {FullName.Short(tutor)}" : null),
            Html.Text("Заявка не пропала: она ждёт без времени. Выберите новое время или другого тьютора.")))
    { Shows = ConsultationScreens.Shown(one.Id) }
        .Row(Open(one, "Открыть заявку"));

    internal static NoticeList Nudges => new(
        count => $"⏳ {Requests(count)} {Russian.Plural(count, "ждёт", "ждут", "ждут")} вашего ответа",
        All: Button.Command(RequestListTexts.AllRequests, ConsultationLinks.RequestsWord));

    internal static NoticeList NoAnswers => new(
        count => $"{Requests(count)} пока без ответа тьютора",
        OrAnother, Button.Command(ConsultationTexts.Mine, "my"));

    internal static NoticeList ForHead => new(
        count => $"⚠️ {Requests(count)} без ответа",
        "Нажмите на заявку, чтобы выбрать, кто её возьмёт.",
        Button.Card(RequestListTexts.AllRequests, ConsultationLinks.Load, 0, arg: ConsultationLinks.UnansweredOfLoad));

    internal static NoticeList TimesPassed => new(
        count => $"Время прошло: {Requests(count)} {Russian.Plural(count, "ждёт", "ждут", "ждут")} без времени",
        "Выберите новое время или другого тьютора.", Button.Command(ConsultationTexts.Mine, "my"));

    internal static NoticeList MovesWait => new(
        count => $"⏳ {Russian.Count(count, "просьба о переносе ждёт", "просьбы о переносе ждут", "просьб о переносе ждут")} вашего ответа");

    internal static NoticeList MovesEnded => new(
        count => $"О переносе не договорились: {JournalTexts.Consultations(count)} "
            + $"{Russian.Plural(count, "остаётся", "остаются", "остаются")} в прежнее время");

    /// <summary>To the tutor: who waits, and since when.</summary>
    internal static (Html Line, Button Open) NudgeLine(Unanswered one, SiteZone zone) =>
        (Html.Of($"{Teacher(one)}, «{Topic(one)}»: ждёт с {Html.At(one.AskedAt, zone)}"),
            Open(one, ConsultationTexts.Label(one.Teacher, one.Subject, one.Topic)));

    /// <summary>To the teacher: who does not answer.</summary>
    internal static (Html Line, Button Open) TeacherLine(Unanswered one) =>
        (Html.Of($"«{Topic(one)}»{(one.Tutor is { } tutor ? $", {FullName.Short(tutor)}" : "")}"),
            Open(one, ConsultationTexts.Label(one.Tutor, one.Subject, one.Topic)));

    internal static (Html Line, Button Open) HeadLine(Unanswered one, DateTimeOffset now) =>
        (Html.Of($"{Teacher(one)}, «{Topic(one)}», {Tutor(one)}: ждёт {ConsultationTexts.Age(now - one.AskedAt)}"),
            ToAssign(one, ConsultationTexts.Label(one.Teacher, one.Subject, one.Topic)));

    private static Button Open(Unanswered one, string label) => Button.Card(label, ConsultationLinks.Consultation, one.Id.Value);

    private static Button ToAssign(Unanswered one, string label) => Button.Card(label, ConsultationLinks.Assign, one.Id.Value);

    private static Html About(Unanswered one, string? who) =>
        Html.Lines([Html.Text($"«{one.Topic}»"), .. who is null ? Array.Empty<Html>() : [Html.Text(who)]]);

    private static string Topic(Unanswered one) => Ellipsis.Cut(one.Topic, 50);

    private static string Silent(Unanswered one) =>
        one.Tutor is { } tutor ? $"Тьютор {FullName.Short(tutor)} не отвечает" : "Тьютора у заявки нет";

    private static string Tutor(Unanswered one) => one.Tutor is { } tutor ? $"тьютор {FullName.Short(tutor)}" : "без тьютора";

    private static string Teacher(Unanswered one) => one.Teacher is { } name ? FullName.Short(name) : Russian.AtStart(DialogTexts.Erased);

    private static string Requests(int count) => Russian.Count(count, "заявка", "заявки", "заявок");
}
