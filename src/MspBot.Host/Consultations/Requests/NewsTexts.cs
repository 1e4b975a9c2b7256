using MspBot.Data.Consultations.Deadlines;
using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Requests;

/// <summary>What the other side hears when something happens to a consultation.</summary>
internal static class NewsTexts
{
    /// <summary>What becomes of a tutor's work when the role is taken away.</summary>
    internal static IReadOnlyList<string> Hanging(TutorsWork work) =>
    [
        .. Line(work.Open, "заявки без ответа", "перейдут руководителю"),
        .. Line(work.Confirmed, "назначенные консультации", "отменятся, педагоги узнают"),
        .. Line(work.Groups, "групповые консультации", "отменятся, участники узнают"),
        .. Line(work.Unanswered, "прошедшие консультации без итога", "внести его будет уже нельзя"),
    ];

    private static IEnumerable<string> Line(int count, string what, string then) =>
        count == 0 ? [] : [$"{what}: {Russian.Number(count)} — {then}"];

    internal static Html NewRequest => Html.Bold("Новая заявка на консультацию");

    /// <param name="usual">How long this tutor, or all of them, usually take to answer; null: too little is known.</param>
    internal static Html RequestSent(TimeSpan? usual) => Html.Lines(
        Html.Bold("Заявка отправлена"), usual is { } time ? Html.Text($"Обычно отвечают за {InHours(time)}.") : default);

    /// <summary>In whole hours, up: nothing is promised that is seldom kept.</summary>
    private static string InHours(TimeSpan time) => ConsultationTexts.Age(TimeSpan.FromHours(Math.Ceiling(time.TotalHours)));

    internal static Html AskedAgain => Html.Bold("Педагог изменил заявку");
    internal static Html Confirmed => Html.Bold("Тьютор подтвердил консультацию");
    internal static Html Chosen => Html.Bold("Педагог выбрал время, консультация подтверждена");
    internal static Html AllTimesRejected => Html.Bold("Педагогу не подошёл ни один вариант времени");
    internal static Html MoveAsked => Html.Bold("Просят перенести консультацию");
    internal static Html MoveWaits => Html.Bold("⏳ Просьба о переносе ждёт вашего ответа");
    internal static Html MoveEnded => Html.Bold("О переносе не договорились: консультация остаётся в прежнее время");
    internal static Html Stays => Html.Bold("Консультация остаётся в прежнее время");
    internal static Html TakenBack => Html.Bold("Педагог отозвал заявку");
    internal static Html Cancelled => Html.Bold("Консультация отменена");
    internal static Html WentElsewhere => Html.Bold("Заявка ушла к другому тьютору");
    internal static Html OtherTutor => Html.Bold("Вашу заявку взял другой тьютор");
    internal static Html Assigned => Html.Bold("Руководитель площадки назначил вам заявку");
    internal static Html LinkSet => Html.Bold("Тьютор указал ссылку на встречу");
    internal static Html LeftWithoutTutor => Html.Bold("Заявка осталась без тьютора");

    internal static Html Declined => Html.Paragraphs(
        Html.Bold("К сожалению, тьютор не сможет провести консультацию"),
        Html.Text("Можно попросить другого тьютора: тема и предмет сохранены. Если уже не нужно, делать ничего не надо."));

    internal static Html TutorLeft => Html.Paragraphs(
        Html.Bold("Консультация отменена"),
        Html.Text("Ваш тьютор больше не ведёт консультации. Извините за неудобство: отправьте, пожалуйста, новую заявку — /consult."));

    internal static Html TutorLeftRequest => Html.Paragraphs(
        Html.Bold("Вашей заявке подбирают другого тьютора"),
        Html.Text("Прежний тьютор больше не ведёт консультации. Руководитель площадки об этом узнает, заявка не потеряна."));

    internal static Html TeacherLeft => Html.Paragraphs(
        Html.Bold("Педагог больше не пользуется ботом"),
        Html.Text("Его заявка закрыта, время снова свободно."));

    internal static NoticeList TeachersLeft => new(
        count => $"Педагог больше не пользуется ботом: {Russian.Count(count, "его заявка закрыта", "его заявки закрыты", "его заявок " +
        "закрыты")}",
        "Время снова свободно.");

    internal static NoticeList TutorLeftRequests => new(
        _ => "Вашим заявкам подбирают другого тьютора",
        "Прежний тьютор больше не ведёт консультации. Руководитель площадки об этом узнает.");

    internal static NoticeList TutorLeftAll => new(
        count => $"{Russian.Count(count, "консультация отменена", "консультации отменены", "консультаций отменены")}",
        "Ваш тьютор больше не ведёт консультации. Извините за неудобство: отправьте, пожалуйста, новую заявку — /consult.");

    internal static NoticeList AllCancelled => new(
        count => $"{Russian.Count(count, "консультация отменена", "консультации отменены", "консультаций отменены")}",
        "Педагоги об этом узнают.");

    internal static Html YouStandIn => Html.Paragraphs(
        Html.Bold("Вы замещаете коллегу: его заявка ждёт ответа"),
        Html.Text("Возьмите её, если можете. Если нет, она останется у коллеги."));

    internal static NoticeList YouStandInFor => new(
        count => $"Вы замещаете: {Russian.Count(count, "заявка ждёт", "заявки ждут", "заявок ждут")} ответа",
        "Возьмите те, которые можете. Остальные останутся у своих тьюторов.",
        Button.Command(RequestListTexts.AllRequests, ConsultationLinks.RequestsWord));

    internal static NoticeList LeftWithoutTutors => new(
        count => $"{Russian.Count(count, "заявка осталась", "заявки остались", "заявок остались")} без тьютора",
        "Нажмите на заявку, чтобы выбрать, кто её возьмёт.",
        Button.Card(RequestListTexts.AllRequests, ConsultationLinks.Load, 0, arg: ConsultationLinks.UnansweredOfLoad));

    internal static NoticeList FreeTimesOpenedFor => new(
        count => $"Появилось свободное время для {Russian.Count(count, "заявки", "заявок", "заявок")}",
        "Выберите время, пока его не заняли.",
        Button.Command(ConsultationTexts.Mine, "my"));

    internal static Html HandedOver => Html.Bold("Коллега просит вас взять заявку");

    internal static Html Returned(string? colleague) =>
        Html.Of($"<b>Коллега не сможет взять заявку</b>\n{colleague ?? "—"} отвечает: не получится. Заявка по-прежнему у вас.");

    internal static Html ColleagueLeft => Html.Paragraphs(
        Html.Bold("Коллега не сможет взять заявку"), Html.Text("Он больше не ведёт консультации. Заявка по-прежнему у вас."));

    internal static NoticeList ColleagueLeftAll => new(
        count => $"Коллега не сможет взять {Russian.Count(count, "заявку", "заявки", "заявок")}",
        "Он больше не ведёт консультации. Заявки по-прежнему у вас.",
        Button.Command(RequestListTexts.AllRequests, ConsultationLinks.RequestsWord));

    internal static Html Taken(string? colleague) => Html.Of($"Заявку взял ваш коллега: {colleague ?? "—"}. Делать ничего не нужно.");

    internal static Html Moved(ConsultationDetails before, ConsultationDetails after, SiteZone zone) => Html.Lines(
        Html.Bold("Консультация перенесена"),
        Html.Of($"Было: {Html.Span(before.StartsAt!.Value, before.EndsAt!.Value, zone)}"),
        Html.Of($"Стало: {Html.Span(after.StartsAt!.Value, after.EndsAt!.Value, zone)}"));

    internal static Html FreeTimesOpened(string tutor) => Html.Paragraphs(
        Html.Bold("Появилось свободное время"), Html.Of($"Тьютор: {tutor}. Выберите время для вашей заявки, пока его не заняли."));

    internal static Html FreeTimesOpenedLine(HoursWaiter to) => Html.Of($"«{Ellipsis.Cut(to.Topic, 50)}», {FullName.Short(to.Tutor)}");

    /// <summary>From one side to the other, with what it is about.</summary>
    internal static Html Message(ConsultationDetails details, Side from, string words, SiteZone zone) => Html.Paragraphs(
        Html.Bold(from == Side.Teacher ? "✉️ Сообщение педагога о консультации" : "✉️ Ответ тьютора о консультации"),
        Html.Of($"{ConsultationTexts.ShortName(from == Side.Teacher ? details.Teacher : details.Tutor)}: {words}"),
        Html.Of($"«{Ellipsis.Cut(details.Topic, 60)}»{(details.StartsAt is { } at ? Html.Of($", {Html.At(at, zone)}") : default)}"));

    internal static Html File(ConsultationDetails details) => Html.Text(details.State == ConsultationState.Cancelled
        ? "Файл для календаря: откройте его, и встреча исчезнет из календаря."
        : details.CalendarSequence > 0 ? "Файл для календаря: откройте его, и в календаре будет новое время."
        : "Файл для календаря: откройте его, и встреча появится в календаре.");
}
