using MspBot.Data.Digests;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Digests;

/// <summary>What is said to schools, or is ready to be sent on to them.</summary>
internal static class CallTexts
{
    internal const string OpenSeminar = "Открыть мероприятие";
    internal const string NotOpen = "На это мероприятие уже не записаться: напоминать не о чем.";
    internal const string Full = "Все места уже заняты: напоминать не о чем.";
    internal const string NoSchool = "Этой школы больше нет в списке.";
    internal const string Reachable = "Этот участник снова получает сообщения, или его данных больше нет.";

    internal const string SendOn = "Перешлите или скопируйте это письмо";
    internal const string NoHeads = "Руководителей школ в боте пока нет. Перешлите приглашение сами";

    internal static string SendTo(int heads) => $"Отправить {Heads(heads)}";

    internal static Html Question(SeminarDetails details, int heads) => Html.Paragraphs(
        Html.Bold($"Напомнить школам: {details.Title}"),
        Html.Text($"Приглашение {Get(heads)} {HeadTexts.SchoolHeads(heads)}; каждый один раз. Вот оно:"));

    internal static Html Invitation(SeminarDetails details, string link, SiteZone zone) => Html.Paragraphs(
        Html.Text("Приглашаем педагогов вашей школы:"),
        Html.Lines(Html.Bold(details.Title), Html.Text(Russian.Span(details.StartsAt, details.EndsAt, zone)), details.Audience is { } whom
            ? Html.Of($"Для кого: {whom}") : default),
        Html.Of($"Места ещё есть. Записаться: {link}"));

    internal static Html Sent(SeminarDetails details, int heads) =>
        Html.Of($"Готово: приглашение на «{details.Title}» {Get(heads)} {HeadTexts.SchoolHeads(heads)}. " +
            $"Кто его уже получал, второй раз не получит.");

    internal static Html NotSilent(string school) => Html.Of($"{school} снова участвует: писать директору не о чем.");

    internal static Html ToDirector(string school, string link) => Html.Paragraphs(
        Html.Text("Здравствуйте!"),
        Html.Of($"Педагоги вашей школы ({school}) уже {Decisions.SilentDays} дней не участвуют в работе стажировочной площадки: нет ни " +
        $"записей на мероприятия, ни заявок на консультации."),
        Html.Of($"Всё проходит дистанционно и бесплатно: встречи с коллегами, консультации тьюторов, готовые разработки. Пожалуйста, " +
        $"расскажите об этом педагогам. Запись в боте: {link}"),
        Html.Text("Если что-то мешает участвовать, напишите мне: подберём удобное время и тему."));

    internal static Html ToSchool(UnreachablePerson person, string link, SiteZone zone) => Html.Paragraphs(
        Html.Of($"Здравствуйте! {person.FullName} ({person.School}) не получает сообщений от бота площадки: чат остановлен."),
        person.Title is { } title && person.StartsAt is { } at
        ? Html.Of($"Пожалуйста, передайте: есть запись на «{title}», {Russian.Moment(at, zone)}.") : default,
        Html.Of($"Чтобы сообщения приходили снова, нужно открыть бота и нажать «Запустить»: {link}"));

    private static string Get(int heads) => Russian.Plural(heads, "получит", "получат", "получат");

    private static string Heads(int count) => Russian.Count(count, "руководителю", "руководителям", "руководителям");
}
