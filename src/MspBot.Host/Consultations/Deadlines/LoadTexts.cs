using MspBot.Data.Consultations.Deadlines;
using MspBot.Domain.People.Profile;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Deadlines;

/// <summary>What the head reads about tutors' work.</summary>
internal static class LoadTexts
{
    internal const string Load = "Нагрузка тьюторов";
    internal const string ToLoad = "← К нагрузке";
    internal const string Assign = "Назначить";
    internal const string ForHeads = "Это видит только руководитель площадки.";

    internal static Html Tutors(IReadOnlyList<TutorLoad> tutors) => tutors.Count == 0
        ? Html.Paragraphs(Html.Bold(Load), Html.Text("Тьюторов пока нет. Пригласите их: /people."))
        : Html.Paragraphs([Html.Bold(Load), .. tutors.Select(Tutor),
            Html.Text("Первыми стоят те, кого ждут дольше. Нажмите на тьютора, чтобы получить его журнал.")]);

    internal static Html Tutor(TutorLoad it) => Html.Lines(
        Html.Bold(FullName.Short(it.Name)),
        Html.Text($"Открытых заявок: {Russian.Number(it.Open)}{(it.Late == 0 ? "" : $", ждут больше суток: {Russian.Number(it.Late)} ❗")}"),
        Html.Text($"Впереди: {Russian.Number(it.Ahead)}, проведено в этом месяце: {Russian.Number(it.Held)}"),
        Html.Text(it.HoursToAnswer is { } hours ? $"Обычно отвечает за {ConsultationTexts.Age(TimeSpan.FromHours(hours))}"
            : "За 30 дней ответов не было"));

    internal static string UnansweredButton(int count) => $"Без ответа: {Russian.Number(count)}";

    internal static string TutorButton(TutorLoad it) => $"Журнал: {FullName.Short(it.Name)}";

    internal static Html TutorsJournal(TutorLoad it, bool any) => Html.Paragraphs(
        Tutor(it), Html.Text(any ? "Нажмите на месяц: придёт журнал в Excel. Личных заметок тьютора в нём нет."
            : "В журнале пока нет записей."));

    internal static Html Unanswered(IReadOnlyList<UnansweredRequest> requests, DateTimeOffset now) => Html.Paragraphs(
        Html.Bold("Заявки без ответа"),
        requests.Count == 0 ? Html.Text("Все заявки с ответом.") : default,
        Html.Lines(
        [
            .. requests.Select(r => Html.Of(
                $"{Teacher(r)}, «{Ellipsis.Cut(r.Topic, 50)}»: ждёт {ConsultationTexts.Age(now - r.CreatedAt)}, " +
                $"{(r.Tutor is null ? "тьютора нет" : $"тьютор {FullName.Short(r.Tutor)}")}")),
        ]),
        requests.Count == 0 ? default : Html.Text("Нажмите на заявку, чтобы назначить тьютора."));

    internal static string RequestButton(UnansweredRequest it) => ConsultationTexts.Label(it.Teacher, null, it.Topic);
    private static string Teacher(UnansweredRequest it) => it.Teacher is null ? DialogTexts.Erased : FullName.Short(it.Teacher);
}
