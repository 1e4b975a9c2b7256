using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>What those read who are asked for feedback.</summary>
internal static class FeedbackTexts
{
    internal const string Feedback = "Отзывы";
    internal const string Leave = "Оставить отзыв";
    internal const string Give = "Оценить";
    internal const string Later = "Не сейчас";
    internal const string Never = "Не спрашивать";
    internal const string AskNever = "Не спрашивать об отзывах";
    internal const string AskAlways = "Снова спрашивать об отзывах";
    internal const string RateNow = "Оценить сейчас";
    internal const string RateAnyway = "Всё-таки оценить";
    internal const string AddWords = "Добавить слова";
    internal const string ChangeWords = "Изменить слова";
    internal const string ChangeMarks = "Изменить оценку";
    internal const string Keep = "Оставить как есть";
    internal const string BackToRating = "← Назад";
    internal const string Waiting = "Что ещё ждёт отзыва";
    internal const string AllWaiting = "Всё, что ждёт отзыва";
    internal const string Taken = "Отзыв принят";
    internal const string Changed = "Оценка изменена";
    internal const string AlreadyFiled = "Вы уже оценили эту встречу";

    internal static readonly Prompt WillUse = new("Что возьмёте в работу", "Что вы возьмёте в свою работу?", "Можно одной фразой.");
    internal static readonly Prompt WasMissing =
        new("Чего не хватило", "Чего не хватило?", "Например: примеров для начальной школы, времени на вопросы.");

    internal const string ShowName = "Показать имя руководителю";
    internal const string Anonymous = "Анонимно";
    internal const string HowToSign = "Отправить анонимно или с именем? Имя увидит только руководитель площадки.";
    internal const string HowToSignAgain =
        "Отправить анонимно или с именем? Раньше под отзывом стояло ваше имя. Руководитель мог его видеть и поймёт, чьи это слова, даже " +
        "если теперь убрать имя.";
    internal const string WordsTitle = "Слова к отзыву";
    internal const string Unfinished = "отзыв";

    /// <summary>For the menu.</summary>
    internal static Html WaitsFor(IReadOnlyList<AttendedMeeting> all) => all.Count > 1
        ? Html.Text($"{Russian.Count(all.Count, "встреча ждёт", "встречи ждут", "встреч ждут")} вашего отзыва.")
        : Html.Of(
            $"{(all[0].Kind == MeetingKind.Seminar ? "Мероприятие" : "Консультация")} «{Ellipsis.Cut(all[0].Title, 80)}» ждёт вашего " +
            $"отзыва.");

    internal static Html Ask(MeetingKind kind, string title, DateTimeOffset startsAt, SiteZone zone) => Html.Paragraphs(
        Html.Text(kind == MeetingKind.Seminar ? "⭐ Оцените мероприятие" : "⭐ Оцените консультацию"), What(title, startsAt, zone),
        Html.Text("1 — совсем не понравилось, 5 — очень понравилось. Отзыв анонимный, нужно два нажатия."));

    internal static Html AskUsefulness(MeetingDetails details, int rating, SiteZone zone) => Html.Paragraphs(
        Html.Of($"Ваша оценка: {rating}"), What(details.Title, details.StartsAt, zone),
        Html.Text("Насколько это полезно в вашей работе? 1 — совсем нет, 5 — очень."));

    internal static Html AskAgain(MeetingDetails details, Marks was, SiteZone zone) => Html.Paragraphs(
        Html.Of($"Сейчас: оценка {was.Rating}, польза {was.Usefulness}. Какую оценку поставить?"),
        What(details.Title, details.StartsAt, zone));

    internal static Html Thanks(MeetingDetails details, Filed filed, bool canChange, SiteZone zone) => Html.Paragraphs(
        Html.Text("✅ Спасибо, отзыв принят"), What(details.Title, details.StartsAt, zone),
        Html.Lines(
            Html.Of($"Оценка: {filed.Rating}, польза: {filed.Usefulness}"),
            Words(WillUse.Label, filed.WillUse), Words(WasMissing.Label, filed.WasMissing),
            Html.Text(filed.Named ? "Ваше имя видит только руководитель площадки." : "Ваше имя никто не увидит.")),
        Html.Text(canChange
            ? $"Изменить можно до {Russian.Day(FilingRules.LastDayToChange(filed.FiledOn))}."
            : "Прошло больше недели: отзыв больше не меняется."));

    internal static Html NotNow(bool nudgeAhead) => Html.Text(nudgeAhead
        ? "Хорошо. Напомним ещё один раз, завтра или в ближайший рабочий день. Оценить можно в любое время: /feedback"
        : "Хорошо. Оценить можно в любое время: /feedback");

    internal static Html Declined(string title) =>
        Html.Of($"Хорошо, о встрече «{Ellipsis.Cut(title, 200)}» больше не спросим. Отключить вопросы обо всех встречах можно в " +
        $"профиле: /profile");

    internal static Html SeveralDeclined =>
        Html.Text("Хорошо, об этих встречах больше не спросим. Отключить вопросы обо всех встречах можно в профиле: /profile");

    internal static Html Several(int count) => Html.Paragraphs(
        Html.Text($"⭐ {Russian.Count(count, "встреча ждёт", "встречи ждут", "встреч ждут")} вашей оценки"),
        Html.Text("Выберите встречу: на каждую нужно два нажатия. Отзыв анонимный."));

    internal static Html Waits(int count) => Html.Paragraphs(
        Html.Bold(Feedback),
        Html.Text(
        $"Вашей оценки {Russian.Plural(count, "ждёт", "ждут", "ждут")} {Russian.Count(count, "встреча", "встречи", "встреч")}. Отзыв " +
        $"анонимный, нужно два нажатия."));

    internal static Html NothingWaits => Html.Paragraphs(
        Html.Bold(Feedback), Html.Text("Сейчас ничего не ждёт вашего отзыва. Спросим через 15 минут после встречи, на которой вы были."));

    /// <summary>For a button: «24.11 · Читательская…»</summary>
    internal static string Line(DateTimeOffset startsAt, string title, SiteZone zone) =>
        ButtonRows.Titled($"{Russian.ShortDay(zone.DayOf(startsAt))} · ", title);

    /// <summary>At most 200 characters: some are shown in a box.</summary>
    internal static string Refused(FilingRefusal because) => because switch
    {
        FilingRefusal.NoSuchMeeting => "Такой встречи нет.",
        FilingRefusal.DidNotTakePlace => "Эта встреча не состоялась, оценивать её не нужно.",
        FilingRefusal.NotOver => "Встреча ещё не закончилась. Оценить её можно будет после конца.",
        FilingRefusal.LedIt => "Вы сами вели эту встречу: отзывы о ней оставляют участники.",
        FilingRefusal.DidNotCome => "Отзыв оставляют те, кто был на встрече. Если вы были, попросите ведущего отметить вас.",
        FilingRefusal.OutOfRange => "Оценка бывает от 1 до 5. Выберите её кнопкой.",
        FilingRefusal.NotFiled => "Отзыва об этой встрече от вас ещё нет. Сначала поставьте оценки.",
        FilingRefusal.TooLateToChange => "Отзыв можно менять неделю, она прошла. Он остался как был.",
        FilingRefusal.NotAskedYet => "Об этом спросим через две недели после встречи.",
    };

    internal static Html AskApplied(string title, DateTimeOffset startsAt, SiteZone zone) => Html.Paragraphs(
        Html.Text("Применили?"), What(title, startsAt, zone),
        Html.Text("Две недели назад вы были на этой встрече. Пригодилось ли что-то в работе? Ответ анонимный."));

    internal static Html AppliedAnswered(string title, DateTimeOffset startsAt, Applied applied, SiteZone zone) => Html.Paragraphs(
        Html.Text($"Спасибо, учтём: {Label(applied)}."), What(title, startsAt, zone));

    internal static string Label(Applied applied) => applied switch
    {
        Applied.Yes => "да",
        Applied.Partly => "частично",
        Applied.No => "нет",
        Applied.NotYet => "ещё нет",
    };

    private static Html What(string title, DateTimeOffset startsAt, SiteZone zone) =>
        Html.Lines(Html.Bold(title), Html.Text(Russian.Moment(startsAt, zone)));

    private static Html Words(string label, string? text) => text is null ? default : Html.Of($"{label}: {Ellipsis.Cut(text, 300)}");
}
