using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Seminars.Heads;

/// <summary>What the head is asked about a seminar.</summary>
internal static class QuestionTexts
{
    internal const string OutsidePlan = "Вне плана";

    internal const string TitleNotPrintable =
        "В этом названии есть буквы, которых нет в шрифте сертификатов. Напишите его русскими или латинскими буквами, например: " +
        "Читательская грамотность.";

    internal static readonly Prompt Kind = new("Вид", "Что это будет?");
    internal static readonly Prompt Past = new("Повторяем", "Какое мероприятие повторить?", "Повторится всё, кроме даты и времени.");
    internal static readonly Prompt Title =
        new("Название", "Как называется мероприятие?", "Например: Читательская грамотность на уроках истории");
    /// <param name="example">A day that is to come.</param>
    internal static Prompt Date(string example) =>
        new("Дата", "Когда оно пройдёт?", $"Можно написать: {example}, «завтра» или сразу «{example} 15:00»");
    internal static readonly Prompt Time = new("Время", "Во сколько начало?", "Можно написать: 15:30");
    internal static readonly Prompt Length = new("Длительность", "Сколько оно продлится?", "Можно написать: 75, 1:15 или «полтора часа»");
    internal static readonly Prompt Seats = new("Места", "Сколько мест?", "Можно написать число: 25");
    internal static readonly Prompt Audience = new("Для кого", "Для кого оно?", "Например: учителя истории и обществознания");
    internal static readonly Prompt Link =
        new("Ссылка", "По какой ссылке подключаться?", "Её увидят только те, кто записан. Например: https://telemost.yandex.ru/j/123");
    internal static readonly Prompt Leader = new("Ведёт", "Кто ведёт мероприятие?", "Ведущий увидит кодовое слово и отметит, кто был.");
    internal static readonly Prompt Description =
        new("Описание", "О чём расскажете участникам?", "Программа, что подготовить, кто выступит.");
    internal static readonly Prompt PlanItem =
        new("Пункт плана", "По какому пункту плана?", "Можно написать часть названия или номер пункта") { Skip = OutsidePlan };
    internal static readonly Prompt Reason = new("Причина", "Почему отменяем?", "Причину увидят все, кто записан.");

    internal static string Me(string name) => $"{name} (я)";

    internal const string Publish = "Опубликовать мероприятие?";

    /// <summary>What a head may have overlooked, said before the question; empty where all is as usual.</summary>
    internal static string Notes(WorkingCalendar calendar, DateOnly day, string? link) =>
        $"{SeminarTexts.DayOff(calendar, day)}{(link is null ? NoLink : "")}";

    private const string NoLink = "❗ Ссылки для подключения пока нет: добавьте её до начала, «Изменить» → «Ссылка». ";

    internal const string LengthUnclear = "Не понял длительность. Напишите, например: 90, 1:30 или «полтора часа».";
}
