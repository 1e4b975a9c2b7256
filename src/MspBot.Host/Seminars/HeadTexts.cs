using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Meetings;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;

namespace MspBot.Host.Seminars;

/// <summary>What the head reads about the seminars they make.</summary>
internal static class HeadTexts
{
    internal const string WhoCame = "Кто был";
    internal const string New = "Новое мероприятие";
    internal const string Unfinished = "новое мероприятие";
    internal const string Repeat = "Повторить";
    internal const string RepeatPast = "Повторить прошлое";
    internal const string Publish = "Опубликовать";
    internal const string PublishAnyway = "Всё равно опубликовать";
    internal const string DoNotPublish = "Не публиковать";
    internal const string KeepDraft = "Черновик";
    internal const string Change = "Изменить";
    internal const string Cancel = "Отменить мероприятие";
    internal const string CancelYes = "Да, отменить мероприятие";
    internal const string DeleteDraft = "Удалить черновик";
    internal const string DeleteDraftYes = "Да, удалить черновик";
    internal const string Changing = "Изменение мероприятия";
    internal const string Cancelling = "Отмена мероприятия";
    internal const string Published = "Опубликовано";
    internal const string Cancelled = "Мероприятие отменено";
    internal const string DraftDeleted = "Черновик удалён";
    internal const string BackToEvent = "← К мероприятию";
    internal const string PlanItem = "Пункт плана";
    internal const string OtherPlanItem = "Другой пункт плана";
    internal const string Unlimited = "Без ограничения";

    internal static string Participants(int seated, int waiting) => waiting == 0
        ? $"Кто записан: {Russian.Number(seated)}"
        : $"Кто записан: {Russian.Number(seated)}, ждут: {Russian.Number(waiting)}";

    /// <summary>«Кто записан: 20, ждут: 3, за школами: 5»; longer than a button.</summary>
    internal static string Participants(SeminarDetails details) => Participants(details.Seated, details.Waiting)
        + (details.Held == 0 ? "" : $", за школами: {Russian.Number(details.Held)}");

    /// <summary>«Пункт плана: 7»</summary>
    internal static string InPlan(int number) => $"{PlanItem}: {Russian.Number(number)}";

    internal static string Length(TimeSpan length)
    {
        var (hours, minutes) = ((int)length.TotalHours, length.Minutes);
        var hour = hours == 0 ? null : Russian.Count(hours, "час", "часа", "часов");
        var minute = minutes == 0 ? null : Russian.Count(minutes, "минута", "минуты", "минут");
        return string.Join(" ", new[] { hour, minute }.OfType<string>());
    }

    internal static string Seats(int? seats) => seats is { } count ? SeminarTexts.Seats(count) : Unlimited;

    /// <summary>«✅ Изменено. Об этом узнают 5 человек, отдельно — 2 руководителя школ.»</summary>
    /// <param name="what">What was done.</param>
    /// <param name="told">How many hear of it because they have a place or lead it.</param>
    /// <param name="heads">How many hear of it in a message of their own because they head a school, also those who have a place.</param>
    internal static Html Done(string what, int told, int heads = 0) => (told, heads) switch
    {
        (0, 0) => Html.Text($"✅ {what}"),
        (0, _) => Html.Text($"✅ {what}. {HearOfIt(heads)} {SchoolHeads(heads)}."),
        (_, 0) => Html.Text($"✅ {what}. {HearOfIt(told)} {SeminarTexts.People(told)}."),
        _ => Html.Text($"✅ {what}. {HearOfIt(told)} {SeminarTexts.People(told)}, отдельно — {SchoolHeads(heads)}."),
    };

    private static string HearOfIt(int count) => $"Об этом {Russian.Plural(count, "узнает", "узнают", "узнают")}";

    internal static string SchoolHeads(int count) => Russian.Count(count, "руководитель школы", "руководителя школ", "руководителей школ");

    internal static string TellAfterChange(int people) => people == 0
        ? "Сохранить изменение?"
        : $"Сохранить изменение? О нём узнают все, кто записан: {SeminarTexts.People(people)}.";

    internal static string TellAfterCancel(SeminarDetails details, SiteZone zone)
    {
        var people = details.Seated + details.Waiting;
        var told = people == 0 ? "Никто пока не записан." : $"Об этом узнают все, кто записан: {SeminarTexts.People(people)}.";
        return $"Отменить «{Ellipsis.Cut(details.Title, 100)}», {Russian.Moment(details.StartsAt, zone)}? {told} " +
            "Вернуть отменённое нельзя.";
    }

    /// <summary>«Мероприятие в силе: чт, 3 декабря, 16:20»</summary>
    internal static Html InForce(SeminarDetails details, SiteZone zone) =>
        Html.Of($"<b>Мероприятие в силе: {Html.At(details.StartsAt, zone)}</b>");

    internal static Html DraftStays => Html.Bold("Черновик остаётся");

    internal static string DeleteDraftAsk(SeminarDetails details) => $"Удалить черновик «{Ellipsis.Cut(details.Title, 100)}»?";

    /// <summary>«Уже записано 20, за школами 5. Мест не может быть меньше: укажите 25 или больше.»</summary>
    internal static string FewerThanSeated(int seated, int held) => held == 0
        ? $"Уже записано: {SeminarTexts.People(seated)}. Мест не может быть меньше: укажите {Russian.Number(seated)} или больше."
        : $"Уже записано {Russian.Number(seated)}, за школами {Russian.Number(held)}. Мест не может быть меньше: укажите " +
            $"{Russian.Number(seated + held)} или больше. Места школ можно освободить на карточке мероприятия.";

    internal static Html SameTime(SeminarDetails draft, IEnumerable<Engagement> others, SiteZone zone) =>
        EngagementTexts.Asked(others, $"Опубликовать «{Ellipsis.Cut(draft.Title, 150)}», {Russian.Moment(draft.StartsAt, zone)}?", zone);

    internal static Done.Refused LeaderBusy(Engagement clash, SiteZone zone)
    {
        var why = EngagementTexts.LeaderTaken(clash, zone);
        return new(SeminarRefusal.LeaderBusy, Html.Text(why), why);
    }

    internal static string Refused(SeminarRefusal because) => because switch
    {
        SeminarRefusal.NoSuchSeminar => "Такого мероприятия нет.",
        SeminarRefusal.ChangedMeanwhile =>
            "Пока вы меняли, мероприятие изменил кто-то другой. Ваше изменение не сохранено: посмотрите, как стало, и повторите, если " +
            "нужно.",
        SeminarRefusal.TitleTooLong => $"Название — от 1 до {Russian.Number(SeminarBounds.Title)} знаков.",
        SeminarRefusal.LengthOutOfBounds => "Длительность — от 10 минут до 12 часов. Например: 90 или 1:30.",
        SeminarRefusal.SeatsOutOfBounds => "Мест может быть от 1 до 10000. Например: 25.",
        SeminarRefusal.FewerSeatsThanSeated => "Мест не может быть меньше, чем уже записано и отдано школам.",
        SeminarRefusal.StartIsPast => "Время начала уже прошло. Выберите более позднее.",
        SeminarRefusal.AlreadyPublished => "Мероприятие уже опубликовано.",
        SeminarRefusal.SeminarCancelled => "Мероприятие уже отменено.",
        SeminarRefusal.SeminarOver => "Мероприятие уже прошло, менять его нельзя.",
        SeminarRefusal.LeaderBusy => "У ведущего это время уже занято. Выберите другое время или другого ведущего.",
        SeminarRefusal.NoSuchPlanItem => "Этого пункта в плане больше нет. Выберите другой.",
        SeminarRefusal.NothingChanged => "Ничего не изменилось: так уже и было.",
    };
}
