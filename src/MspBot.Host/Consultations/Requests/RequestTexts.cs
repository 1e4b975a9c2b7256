using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>What is asked when a consultation is requested, moved or answered.</summary>
internal static class RequestTexts
{
    internal const string Consultation = "Консультация";
    internal const string Unfinished = "заявку";
    internal const string AnyTutor = "Любой тьютор";
    internal const string Individual = "Индивидуально";
    internal const string Group = "Можно в группе с коллегами";
    internal const string Own = "Предложить своё время";
    internal const string Later = "Сообщить, когда появится время";

    /// <summary>What the button said before; people type it still.</summary>
    internal const string LaterFormerly = "Напишу, когда появится время";

    private const string MayType = "Можно написать: «завтра» или «пятница в 15».";

    internal static readonly Prompt Topic =
        new("Тема", "О чём хотите посоветоваться?", "Например: как готовить пятиклассников к заданиям на чтение графиков");
    internal static readonly Prompt Subject = new("Предмет", "По какому предмету?", "Если вопрос общий, предмет можно не называть.");
    internal static readonly Prompt Kind = new("Формат", "Как вам удобнее?", "Если о том же спросят коллеги, тьютор может собрать группу.");
    internal static readonly Prompt Tutor = new("Тьютор", "Кого попросить о консультации?");
    internal static readonly Prompt Day = new("День", "Когда вам удобно?", $"Здесь свободное время на две недели вперёд. {MayType}");
    internal static readonly Prompt Time = new("Время", "Во сколько?");
    internal static readonly Prompt TimeOfSchool = Time with { Example = $"{OfSchoolMark} — школа отпускает." };
    internal static Prompt OwnTime(Dialog ask) => new("Своё время", "Какое время вам удобно?", Typed(ask));
    internal static Prompt OfferedTime(Dialog ask) => new("Время", "Какое время предложить педагогу?", Typed(ask));
    internal static readonly Prompt TakeBackReason = new("Причина", "Почему отзываете заявку?", "Можно не объяснять.");
    internal static readonly Prompt DeclineReason =
        new("Причина", "Почему не получится?", "Педагог увидит причину. Напишите одной фразой или выберите.");
    internal static readonly Prompt Colleague = new("Коллега", "Кому передать заявку?", "Пока коллега не согласится, она остаётся у вас.");
    internal static readonly Prompt Link = new("Ссылка", "По какой ссылке пройдёт встреча?", "Например: https://telemost.yandex.ru/j/123");
    internal static readonly Prompt Words =
        new("Сообщение", "Что передать тьютору?", "Например: хочу показать план урока или опаздываю на 10 минут");
    internal static readonly Prompt WordsBack = new("Сообщение", "Что ответить педагогу?", "Ответ придёт ему в чат с ботом.");

    internal static readonly IReadOnlyList<string> DeclineReasons = ["Это не мой предмет", "Нет свободного времени"];
    internal static readonly IReadOnlyList<string> TakeBackReasons = ["Вопрос уже решён", "Нет времени на встречу"];
    internal static readonly IReadOnlyList<string> Replies = ["Хорошо, спасибо!", "Хорошо, подготовлюсь", "Напишу позже"];

    internal const string Send = "Отправить заявку?";
    internal const string SendOffer = "Отправить педагогу?";
    internal const string SendIt = "Отправить";
    internal const string Suits = "Вам удобно";
    internal const string Offers = "Предлагаете";
    internal const string When = "Когда";
    internal const string TooManyTimes = "Можно назвать не больше трёх вариантов времени.";
    internal const string SendDecline = "Отклонить заявку? Педагог сможет попросить другого тьютора.";
    internal const string DeclineYes = "Отклонить заявку";
    internal const string CancelYes = "Да, отменить консультацию";
    internal const string SendTakeBack = "Отозвать заявку?";
    internal const string TakeBackYes = "Да, отозвать заявку";
    internal const string SendHandOver = "Предложить заявку коллеге?";
    internal const string Offered = "Отправлено. Когда педагог выберет время, напишу.";
    internal const string MoveSent = "Просьба о переносе отправлена";
    internal const string HandedOver = "Коллега получил вашу просьбу. Ответ придёт сюда.";
    internal const string LinkSaved = "Ссылка сохранена, педагог её видит.";
    internal const string DeclineDone = "Заявка отклонена. Педагог узнает причину и сможет попросить другого тьютора.";

    internal static string DayAndTime(Dialog ask) => $"Нужны и день, и время. Напишите, например: {Examples.Moment(ask.Now, ask.Zone)}.";

    internal static string MomentUnclear(Dialog ask) =>
        $"Не понял время. Напишите, например: {Examples.Moment(ask.Now, ask.Zone)} или «завтра в 16».";

    private static string Typed(Dialog ask) =>
        $"Выберите или напишите, например: {Examples.Moment(ask.Now, ask.Zone)} или «завтра в 16». Можно сразу несколько, через «или».";

    internal const string TooFar = "Это слишком далеко: выберите время в ближайший год.";
    internal const string TopicUnclear = "Напишите тему хотя бы парой слов, чтобы тьютор мог подготовиться.";

    /// <param name="by">Who asks for it; the other one reads the reason.</param>
    internal static Prompt MoveReason(Side by) =>
        new("Причина", "Почему переносим?", $"Выберите или напишите одной фразой, {Other(by)} её увидит.");

    internal static IReadOnlyList<string> MoveReasons(Side by) =>
        ["Заболел(а)", by == Side.Tutor ? "Срочные дела" : "Срочные дела в школе", "Время неудобно"];

    internal static Prompt CancelReason(Side by) =>
        new("Причина", "Почему отменяем?", $"Выберите или напишите одной фразой, {Other(by)} её увидит.");

    internal static IReadOnlyList<string> CancelReasons(Side by) =>
        by == Side.Tutor ? ["Заболел(а)", "Срочные дела", "Не смогу в это время"]
        : ["Заболел(а)", "Срочные дела в школе", "Вопрос уже решён"];

    /// <summary>«Консультация в силе: чт, 3 декабря, 16:20»</summary>
    internal static Html InForce(ConsultationDetails details, SiteZone zone) =>
        Html.Of($"<b>Консультация в силе: {Html.At(details.StartsAt!.Value, zone)}</b>");

    internal static Html StillWaits => Html.Bold("Заявка остаётся в силе");

    internal static Html StillYours => Html.Bold("Заявка остаётся у вас");

    internal static string SendMove(Side by) => $"Попросить о переносе? Пока {Other(by)} не согласится, остаётся прежнее время.";

    internal static string SendCancel(Side by) => $"Отменить консультацию? {(by == Side.Tutor ? "Педагог" : "Тьютор")} узнает об этом.";

    /// <param name="from">Who wrote.</param>
    /// <param name="later">When it goes out, if not at once.</param>
    internal static string WordsSent(Side from, string? later) => (from, later) switch
    {
        (Side.Teacher, null) => "✅ Передал тьютору. Ответ придёт сюда",
        (Side.Teacher, _) => $"✅ Тьютор получит сообщение {later}",
        (_, null) => "✅ Передал педагогу",
        _ => $"✅ Педагог получит сообщение {later}",
    };

    internal static string NotReachable(Side from) => from == Side.Teacher
        ? "Тьютор сейчас не пользуется ботом, сообщение не передать" : "Педагог сейчас не пользуется ботом, сообщение не передать";

    private static string Other(Side by) => by == Side.Tutor ? "педагог" : "тьютор";

    internal static Prompt MoreTime(IReadOnlyList<DateTimeOffset> chosen, SiteZone zone) =>
        new(OwnLabel(chosen.Count), $"Есть: {OneOf(chosen, zone)}. Ещё?") { Skip = "Достаточно" };

    internal static string OwnLabel(int number) => number == 1 ? "Второй вариант" : "Третий вариант";

    /// <summary>«вт, 24 ноября, 15:30 или 16:30»</summary>
    internal static string OneOf(IEnumerable<DateTimeOffset> starts, SiteZone zone)
    {
        var days = starts.Order().GroupBy(zone.DayOf).ToList();
        return string.Join(days.Exists(day => day.Count() > 1) ? "; " : " или ",
            days.Select(day => $"{Russian.Day(day.Key)}, {string.Join(" или ", day.Select(t => Russian.Clock(t, zone)))}"));
    }

    internal static string Nearest(DateTimeOffset time, SiteZone zone) => $"Ближайшее: {Russian.Short(time, zone)}";

    /// <summary>The nearest time for which the teacher's school frees them.</summary>
    internal static string Freed(DateTimeOffset time, SiteZone zone) => $"Школа отпускает: {Russian.Short(time, zone)}";

    /// <summary>«Школа отпускает: вт, 24.11»</summary>
    internal static string FreedOn(DateOnly day) => $"Школа отпускает: {Russian.DayShort(day)}";

    /// <summary>Beside other times of a day that says «Школа отпускает»: words would not fit into three columns.</summary>
    internal static string OfSchool(string time) => $"{OfSchoolMark} {time}";

    private const string OfSchoolMark = "🏫";

    internal const string NotFree = "В этот день свободного времени нет. Выберите из списка или нажмите «Предложить своё время».";

    internal static string FreeOn(DateOnly day, int count) =>
        $"{Russian.Day(day)} · {Russian.Count(count, "вариант", "варианта", "вариантов")}";

    /// <summary>The name in full where a phone shows the whole of it.</summary>
    internal static string Tutors(TutorLine it)
    {
        var more = $"{(it.Refused ? AlsoRefused : it.Own ? " · ваш тьютор" : "")}{AlsoAway(it)}";
        return it.Name.Length + more.Length <= ButtonRows.FullWidth ? it.Name + more : FullName.Short(it.Name) + more;
    }

    internal static string Load(TutorLine it) =>
        $"{FullName.Short(it.Name)}{(it.Refused ? AlsoRefused : $" · в работе: {Russian.Number(it.Load)}")}{AlsoAway(it)}";

    private const string AlsoRefused = " · был отказ";

    private static string AlsoAway(TutorLine it) => it.AwayUntil is { } last ? $" · отпуск до {Russian.ShortDay(last)}" : "";

    /// <summary>The day, and what happens to the request while this tutor is away.</summary>
    internal static Prompt DayWith(TutorLine? it) => it is null ? Day : Day with
    {
        Example = it.AwayUntil is null ? $"Здесь свободное время на две недели вперёд (тьютор: {FullName.Short(it.Name)}). {MayType}"
            : it.StandIn is null
            ? $"{FullName.Short(it.Name)} {Away(it)}. Здесь свободное время после этого. {MayType}"
            : $"{FullName.Short(it.Name)} {Away(it)}: заявку без времени или на эти дни получит коллега. {MayType}",
    };

    /// <summary>The teacher sees who will get the request.</summary>
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
