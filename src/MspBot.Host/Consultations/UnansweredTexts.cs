using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>What is said of a request that waits.</summary>
internal static class UnansweredTexts
{
    internal static Screen Nudge(Unanswered one, SiteZone zone) => new Screen(Html.Paragraphs(
            Html.Bold("⏳ Заявка ждёт вашего ответа"),
            About(one, $"{Teacher(one)}{(one.School is { } school ? $", {school}" : "")}"),
            Html.Text($"Ждёт с {Russian.Moment(one.AskedAt, zone)}. Откройте её, чтобы ответить или передать коллеге.")))
        .Row(Open(one, "Открыть заявку"));

    internal static Screen NoAnswerYet(Unanswered one, SiteZone zone) => new Screen(Html.Paragraphs(
            Html.Bold("Тьютор пока не ответил"),
            About(one, one.Tutor is { } tutor ? $"Тьютор: {FullName.Short(tutor)}" : null),
            Html.Text($"Заявка ждёт с {Russian.Moment(one.AskedAt, zone)}, {(one.IsNudged ? "тьютору мы напомнили" : "тьютор получил её сразу")}. Можно подождать или выбрать другого тьютора; если ответа не будет, подключим руководителя площадки.")))
        .Row(Button.Flow("Выбрать другого тьютора", RequestFlow.Name, one.Id.Value.ToString(CultureInfo.InvariantCulture)));

    internal static Screen AskHead(Unanswered one, DateTimeOffset now) => new Screen(Html.Paragraphs(
            Html.Bold("⚠️ Заявка на консультацию без ответа"),
            About(one, $"{Teacher(one)}{(one.School is { } school ? $", {school}" : "")}"),
            Html.Text($"{(one.Tutor is { } tutor ? $"Тьютор {FullName.Short(tutor)} не отвечает" : "Тьютора у заявки нет")} уже {Hours(now - one.AskedAt)}. Выберите, кто возьмёт заявку.")))
        .Row(Button.Card("Назначить", AssignCard.Name, one.Id.Value));

    /// <summary>It says where the request stands: whatever becomes of it later is shown in its place.</summary>
    internal static Screen TimePassed(Unanswered one) => new Screen(Html.Paragraphs(
            Html.Bold(one.WasOffered ? "Предложенное время прошло" : "Время прошло, а ответа не было"),
            About(one, one.Tutor is { } tutor ? $"Тьютор: {FullName.Short(tutor)}" : null),
            Html.Text("Заявка не пропала: она ждёт без времени. Выберите новое время или другого тьютора.")))
    { Shows = ConsultationScreens.Shown(one.Id) }
        .Row(Open(one, "Открыть заявку"));

    private static Button Open(Unanswered one, string label) => Button.Card(label, ConsultationCard.Name, one.Id.Value);

    private static Html About(Unanswered one, string? who) => Html.Lines([Html.Text($"«{one.Topic}»"), .. who is null ? Array.Empty<Html>() : [Html.Text(who)]]);

    private static string Teacher(Unanswered one) => one.Teacher is { } name ? FullName.Short(name) : "Участник удалён";

    private static string Hours(TimeSpan waited) => Russian.Count((int)waited.TotalHours, "час", "часа", "часов");
}
