using MspBot.Data.Consultations;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>What the head reads about tutors' work, and what those hear whose request goes to another tutor.</summary>
internal static class LoadTexts
{
    internal const string Load = "Нагрузка тьюторов";
    internal const string ToLoad = "← К нагрузке";
    internal const string ToUnanswered = "← Без ответа";
    internal const string Assign = "Назначить";
    internal const string ForHeads = "Это видит только руководитель площадки.";
    internal const string OpenRequest = "Открыть заявку";

    internal static Html Tutors(IReadOnlyList<TutorLoad> tutors) => tutors.Count == 0
        ? Html.Paragraphs(Html.Bold(Load), Html.Text("Тьюторов пока нет. Пригласите их: /people."))
        : Html.Paragraphs([Html.Bold(Load), .. tutors.Select(Tutor), Html.Text("Первыми стоят те, кого ждут дольше. Нажмите на тьютора, чтобы получить его журнал.")]);

    internal static Html Tutor(TutorLoad it) => Html.Lines(
        Html.Bold(FullName.Short(it.Name)),
        Html.Text($"Открытых заявок: {Russian.Number(it.Open)}{(it.Late == 0 ? "" : $", ждут больше суток: {Russian.Number(it.Late)} ❗")}"),
        Html.Text($"Впереди: {Russian.Number(it.Ahead)}, проведено в этом месяце: {Russian.Number(it.Held)}"),
        Html.Text(it.HoursToAnswer is { } hours ? $"Обычно отвечает за {Hours(hours)}" : "За 30 дней ответов не было"));

    internal static string UnansweredButton(int count) => $"Без ответа: {Russian.Number(count)}";

    internal static string TutorButton(TutorLoad it) => DialogTexts.Cut($"Журнал: {FullName.Short(it.Name)}", 60);

    internal static Html TutorsJournal(TutorLoad it, bool any) => Html.Paragraphs(
        Tutor(it), Html.Text(any ? "Нажмите на месяц: придёт журнал в Excel. Личных заметок тьютора в нём нет." : "В журнале пока нет записей."));

    internal static Html Unanswered(IReadOnlyList<UnansweredRequest> requests, DateTimeOffset now) => Html.Paragraphs(
        Html.Bold("Заявки без ответа"),
        requests.Count == 0 ? Html.Text("Все заявки с ответом.") : default,
        Html.Lines([.. requests.Select(r => Html.Of($"{Teacher(r)}: ждёт {Age(now - r.CreatedAt)}, {(r.Tutor is null ? "тьютора нет" : FullName.Short(r.Tutor))}"))]),
        requests.Count == 0 ? default : Html.Text("Нажмите на заявку, чтобы назначить тьютора."));

    internal static string RequestButton(UnansweredRequest it) => DialogTexts.Cut($"{Assign}: {Teacher(it)} · {it.Topic}", 60);

    internal static Html Request(UnansweredRequest it, DateTimeOffset now) => Html.Paragraphs(
        Html.Bold("Кому передать заявку?"),
        Html.Lines(
            Html.Of($"Учитель: {it.Teacher ?? JournalTexts.Erased}{(it.School is null ? "" : $", {it.School}")}"),
            Html.Of($"Тема: {it.Topic}"),
            Html.Of($"Сейчас у: {it.Tutor ?? "никого"}"),
            Html.Text($"Ждёт: {Age(now - it.CreatedAt)}")),
        Html.Text("Тьютор и учитель узнают сразу."));

    internal static Html NobodyElse => Html.Text("Других тьюторов нет. Пригласите их: /people.");

    internal static string ToButton(TutorLoad it) => DialogTexts.Cut($"{FullName.Short(it.Name)} · открыто {Russian.Number(it.Open)}, впереди {Russian.Number(it.Ahead)}", 60);

    internal static Html Assigned(AssignedRequest it) => Html.Of($"✅ Заявка передана: {it.To}. Тьютор и учитель узнают об этом.");

    internal static Html ToNewTutor(AssignedRequest it) => Html.Paragraphs(
        Html.Bold("Вам передана заявка на консультацию"),
        Html.Lines(Html.Of($"Учитель: {it.Teacher ?? JournalTexts.Erased}"), Html.Of($"Тема: {it.Topic}")),
        Html.Text("Её назначил вам руководитель площадки. Посмотрите время и ответьте."));

    internal static Html ToOldTutor(AssignedRequest it) => Html.Of(
        $"Заявку «{it.Topic}» ({(it.Teacher is null ? JournalTexts.Erased : FullName.Short(it.Teacher))}) руководитель площадки передал другому тьютору. Отвечать на неё не нужно, время у вас свободно.");

    internal static Html ToTeacher(AssignedRequest it) => Html.Of(
        $"По вашей заявке «{it.Topic}» теперь отвечает {it.To}. Время, которое вы хотели, тьютор видит; ответ придёт сюда.");

    internal static string Refused(AssignRefusal because) => because switch
    {
        AssignRefusal.NoSuchRequest => "Такой заявки нет.",
        AssignRefusal.AnsweredMeanwhile => "Тьютор уже ответил: время подтверждено. Назначать никого не нужно.",
        AssignRefusal.Over => "Эта заявка уже закрыта. Назначать никого не нужно.",
        AssignRefusal.AlreadyTheirs => "Заявка уже у этого тьютора.",
        AssignRefusal.NoTutor => "Этот человек больше не тьютор. Выберите другого.",
        AssignRefusal.OwnRequest => "Это его собственная заявка. Выберите другого тьютора.",
    };

    /// <summary>«40 минут», «5 часов», «3 дня»</summary>
    internal static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 60 } => JournalTexts.Minutes(Math.Max(1, (int)age.TotalMinutes)),
        { TotalHours: < 48 } => Russian.Count((int)age.TotalHours, "час", "часа", "часов"),
        _ => Russian.Count((int)age.TotalDays, "день", "дня", "дней"),
    };

    private static string Teacher(UnansweredRequest it) => it.Teacher is null ? JournalTexts.Erased : FullName.Short(it.Teacher);

    /// <summary>After «за»: «за 1 минуту», «за 1 час».</summary>
    private static string Hours(double hours) => TimeSpan.FromHours(hours) is { TotalMinutes: < 60 } few
        ? Russian.Count(Math.Max(1, (int)few.TotalMinutes), "минуту", "минуты", "минут")
        : Age(TimeSpan.FromHours(hours));
}
