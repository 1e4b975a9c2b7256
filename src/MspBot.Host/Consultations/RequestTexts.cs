using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>What is asked when a consultation is requested, moved or answered.</summary>
internal static class RequestTexts
{
    internal const string Consultation = "Консультация";
    internal const string Unfinished = "заявку";
    internal const string AskFor = "Попросить консультацию";
    internal const string AnyTutor = "Любой тьютор";
    internal const string Individual = "Индивидуально";
    internal const string Group = "Можно в группе с коллегами";
    internal const string Own = "Предложить своё время";
    internal const string Later = "Напишу, когда появится время";

    internal static readonly Prompt Topic = new("Тема", "О чём хотите посоветоваться?", "Например: как готовить пятиклассников к заданиям на чтение графиков");
    internal static readonly Prompt Subject = new("Предмет", "По какому предмету?", "Если вопрос общий, нажмите «Пропустить».");
    internal static readonly Prompt Kind = new("Формат", "Как вам удобнее?", "Если о том же спросят коллеги, тьютор может собрать группу.");
    internal static readonly Prompt Tutor = new("Тьютор", "Кого попросить о консультации?");
    internal static readonly Prompt Day = new("День", "Когда вам удобно?", "Здесь свободное время на две недели вперёд.");
    internal static readonly Prompt Time = new("Время", "Во сколько?");
    internal static readonly Prompt OwnTime = new("Своё время", "Какое время вам удобно?", "Выберите или напишите, например: 25.11 15:00 или «завтра в 16»");
    internal static readonly Prompt OfferedTime = new("Время", "Какое время предложить педагогу?", "Выберите или напишите, например: 25.11 15:00 или «завтра в 16»");
    internal static readonly Prompt TakeBackReason = new("Причина", "Почему отзываете заявку?", "Можно не объяснять.");
    internal static readonly Prompt DeclineReason = new("Причина", "Почему не получится?", "Педагог увидит причину. Напишите одной фразой или выберите.");
    internal static readonly Prompt Colleague = new("Коллега", "Кому передать заявку?", "Пока коллега не согласится, она остаётся у вас.");
    internal static readonly Prompt Link = new("Ссылка", "По какой ссылке пройдёт встреча?", "Например: https://telemost.yandex.ru/j/123");
    internal static readonly Prompt Words = new("Сообщение", "Что передать тьютору?", "Он получит ваше сообщение сразу. Например: опаздываю на 10 минут");

    internal static readonly IReadOnlyList<string> DeclineReasons = ["Это не мой предмет", "Нет свободного времени"];

    internal const string Send = "Отправить заявку?";
    internal const string SendOffer = "Отправить педагогу?";
    internal const string SendDecline = "Отклонить заявку? Педагог сможет попросить другого тьютора.";
    internal const string DeclineYes = "Отклонить заявку";
    internal const string CancelYes = "Да, отменить консультацию";
    internal const string SendTakeBack = "Отозвать заявку?";
    internal const string TakeBackYes = "Да, отозвать заявку";
    internal const string SendHandOver = "Предложить заявку коллеге?";
    internal const string Offered = "Отправлено. Когда педагог выберет время, напишу.";
    internal const string MoveSent = "Просьба о переносе отправлена. Пока в силе прежнее время.";
    internal const string HandedOver = "Коллега получил вашу просьбу. Ответ придёт сюда.";
    internal const string LinkSaved = "Ссылка сохранена, педагог её видит.";
    internal const string WordsSent = "Передал тьютору. Если он ответит, сообщение придёт сюда или он свяжется с вами.";
    internal const string DeclineDone = "Заявка отклонена. Педагог узнает причину и сможет попросить другого тьютора.";

    internal const string DayAndTime = "Нужны и день, и время. Напишите, например: 25.11 15:00.";
    internal const string MomentUnclear = "Не понял время. Напишите, например: 25.11 15:00 или «завтра в 16».";
    internal const string TooFar = "Это слишком далеко: выберите время в ближайший год.";
    internal const string TopicUnclear = "Напишите тему хотя бы парой слов, чтобы тьютор мог подготовиться.";

    /// <param name="by">Who asks for it; the other one reads the reason.</param>
    internal static Prompt MoveReason(Side by) => new("Причина", "Почему переносим?", $"Напишите одной фразой, {Other(by)} её увидит.");

    internal static Prompt CancelReason(Side by) => new("Причина", "Почему отменяем?", $"Напишите одной фразой, {Other(by)} её увидит.");

    /// <summary>«Консультация в силе: чт, 3 декабря, 16:20»</summary>
    internal static Html InForce(ConsultationSheet sheet, SiteZone zone) => Html.Of($"<b>Консультация в силе: {Html.At(sheet.StartsAt!.Value, zone)}</b>");

    internal static Html StillWaits => Html.Bold("Заявка остаётся в силе");

    internal static Html StillYours => Html.Bold("Заявка остаётся у вас");

    internal static string SendMove(Side by) => $"Попросить о переносе? Пока {Other(by)} не согласится, остаётся прежнее время.";

    internal static string SendCancel(Side by) => $"Отменить консультацию? {(by == Side.Tutor ? "Педагог" : "Тьютор")} узнает сразу.";

    private static string Other(Side by) => by == Side.Tutor ? "педагог" : "тьютор";

    internal static Prompt MoreTime(int chosen) => new(chosen == 1 ? "Второй вариант" : "Третий вариант", "Добавить ещё одно время?", "Если достаточно, нажмите «Пропустить».");

    internal static string FreeOn(DateOnly day, int count) => $"{Russian.Day(day)} · {Russian.Count(count, "вариант", "варианта", "вариантов")}";

    internal static string Tutors(TutorLine it) => $"{it.Name}{(it.Own ? " · ваш тьютор" : "")}{AlsoAway(it)}";

    internal static string Load(TutorLine it) => $"{FullName.Short(it.Name)} · в работе: {Russian.Number(it.Load)}{AlsoAway(it)}";

    private static string AlsoAway(TutorLine it) => it.AwayUntil is { } last ? $" · {OnHoliday(last)}" : "";

    /// <summary>The day, and what becomes of the request while this tutor is away.</summary>
    internal static Prompt DayWith(TutorLine? it) => it is not { AwayUntil: not null } ? Day : Day with
    {
        Example = it.StandIn is null
            ? $"{FullName.Short(it.Name)} {Away(it)}. Здесь свободное время после этого."
            : $"{FullName.Short(it.Name)} {Away(it)}: заявку без времени или на эти дни получит коллега.",
    };

    /// <summary>Whoever asks knows who will get it.</summary>
    internal static string SendTo(TutorLine? asked, StandIn? colleague) => asked is null || colleague is null
        ? Send : $"Отправить заявку? Её получит {FullName.Short(colleague.Name)}: {FullName.Short(asked.Name)} в эти дни в отпуске.";

    private static string OnHoliday(DateOnly last) => $"в отпуске до {Russian.DayAndMonth(last)}";

    /// <summary>«в отпуске до 30 ноября, замещает Козлова В. И.»</summary>
    private static string Away(TutorLine it) =>
        $"{OnHoliday(it.AwayUntil!.Value)}{(it.StandIn is { } colleague ? $", замещает {FullName.Short(colleague)}" : "")}";

    internal static string TooNear(string moment, TimeSpan notice) =>
        $"{moment} — это слишком скоро: тьютора просят не позже чем за {Hours(notice)}. Выберите более позднее время.";

    private static string Hours(TimeSpan notice) => notice.TotalHours < 48
        ? Russian.Count((int)Math.Ceiling(notice.TotalHours), "час", "часа", "часов")
        : Russian.Count((int)Math.Ceiling(notice.TotalDays), "день", "дня", "дней");
}
