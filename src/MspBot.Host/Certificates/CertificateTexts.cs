using MspBot.Data.Certificates;
using MspBot.Domain.Certificates;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Meetings;
using MspBot.Host.People.Profile;
using MspBot.Host.Printing;

namespace MspBot.Host.Certificates;

/// <summary>What is said about certificates; what is printed on them is <see cref="CertificateWords"/>.</summary>
internal static class CertificateTexts
{
    internal static string InLog(CertificateNumber number) => $"сертификат № {number}";

    internal const string Documents = "Мои документы";
    internal const string Statement = "Справка тьютора";
    internal const string Find = "Найти сертификат";
    internal const string FindAnother = "Ввести другой номер";
    internal const string Withdraw = "Отозвать сертификат";
    internal static Html StillValid => Html.Bold("Документ не отозван");
    internal const string GiveBack = "Вернуть сертификат";
    internal const string GivenBack = "Сертификат снова действителен";
    internal const string OthersOfSeminar = "Все сертификаты мероприятия";
    internal const string OpenForHead = "Открыть сертификат";
    internal const string Issued = "Выданные сертификаты";
    internal const string ToMine = "Мои записи";
    internal const string HeadsOnly = "Это может сделать только руководитель площадки.";
    internal const string NameGone = "имя удалено по просьбе владельца";

    internal const string NoWorkThen = "За это время нет ни проведённых консультаций, ни мероприятий. Выберите другое.";
    internal const string NoDocumentsThen = "За это время сертификатов нет. Выберите другое.";
    internal const string TooManyDocuments = "За это время документов больше 60, в один файл они не поместятся. Выберите время покороче.";
    internal const string NumberUnclear = "Номер не похож на номер сертификата. Он напечатан под заголовком, например: 2026-0042.";

    internal static Prompt Period =>
        new("Время", "За какое время?", "Выберите учебный год или напишите месяцы, например: сентябрь–декабрь 2026 или 09.2026.");

    internal static Prompt WhichNumber => new("Номер", "Какой номер у сертификата?", "Он напечатан под заголовком. Например: 2026-0042.");

    internal static Prompt WhyWithdraw =>
        new("Причина", "Почему вы отзываете сертификат?", "Причину увидит владелец. Например: отметка о посещении поставлена по ошибке.");

    internal static Html NoneYet => Html.Text("Пока нет ни одного. Сертификат появится здесь после мероприятия, на котором вы были.");

    internal static Html HowToGet => Html.Text("Нажмите на мероприятие, и я пришлю файл для печати.");

    internal static Html NoneIssued => Html.Text("По этому мероприятию сертификатов ещё не выдавали.");

    internal static Html ChooseOne => Html.Text(
        "Выберите сертификат, чтобы посмотреть его или отозвать. ❌ — отозван, ⚠️ — нет отметки или имени.");

    internal static Html Unknown => Html.Paragraphs(
        Html.Bold("❓ Такого сертификата нет"),
        Html.Text("Мы его не выдавали, или код скопирован не целиком. Наведите камеру на QR-код ещё раз или сверьте код с бумагой."));

    internal static Html TooManyGuesses => Html.Text("Слишком много неверных кодов подряд. Попробуйте, пожалуйста, через час.");

    internal static string Paper(CertificateKind kind) => kind == CertificateKind.Tutored ? "Справка" : MeetingTexts.Certificate;

    internal static string MineCounted(int count) =>
        count == 0 ? MeetingTexts.Certificates : $"{MeetingTexts.Certificates}: {Russian.Number(count)}";

    internal static string ThisYear(CertificatePeriod year) => $"{Of(year)} (этот)";

    internal static string LastYear(CertificatePeriod year) => $"{Of(year)} (прошлый)";

    /// <summary>«2026/27 учебный год», «сентябрь 2026», «сентябрь 2026 – май 2027»</summary>
    internal static string Of(CertificatePeriod period)
    {
        if (period.IsSchoolYear) return $"{Russian.Number(period.First.Year)}/{period.Last.Year % 100:00} учебный год";
        var (first, last) = (Russian.Month(period.First), Russian.Month(period.Last));
        return first == last ? first : $"{first} – {last}";
    }

    internal static Html FileBelow(CertificatePeriod period) => Html.Of($"{Period.Label}: {Of(period)}. Файл — в сообщении ниже.");

    internal static string DocumentsFile(CertificatePeriod period) => $"Мои документы, {Of(period).Replace('/', '-')}";

    /// <summary>For a button: «24.11.26 · Читательская…»: they are of several years.</summary>
    internal static string Line(CertificateLine line, SiteZone zone) => line.Kind switch
    {
        CertificateKind.Attended => ButtonRows.Titled($"{zone.Local(line.At):dd.MM.yy} · ", line.Title ?? ""),
        CertificateKind.Led => ButtonRows.Titled($"{zone.Local(line.At):dd.MM.yy} · вы вели · ", line.Title ?? ""),
        CertificateKind.Tutored => $"Справка · {Of(new CertificatePeriod(line.FirstDay!.Value, line.LastDay!.Value))}",
    };

    /// <summary>«❌ 2026-0001 · Иванова М. П.»: how it stands comes first.</summary>
    internal static string IssuedLine(CertificateDetails details) => Ellipsis.Cut($"{details switch
    {
        { WithdrawnAt: not null } => "❌ ",
        { Unfounded: true } => "⚠️ ",
        _ => Nameless(details) ? "⚠️ " : "",
    }}{details.Number} · {Owner(details)}", ButtonRows.FullWidth);

    internal static Html Here(CertificateDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Bold($"{Paper(details.Kind)} № {details.Number}"),
        Html.Text(details.Kind == CertificateKind.Tutored ? Of(new CertificatePeriod(details.FirstDay!.Value, details.LastDay!.Value))
            : $"«{details.Title}», {CertificateWords.Day(zone.DayOf(details.StartsAt!.Value))}"),
        Html.Text("Ошибка в имени? Исправьте её в профиле (/profile) и возьмите файл ещё раз: номер останется прежним."));

    internal static Html HereAll(CertificatePeriod period, int count, int waiting) => Html.Paragraphs(
        Html.Bold($"{Documents}: {Of(period)}"),
        Html.Text($"В файле {Russian.Count(count, "документ", "документа", "документов")}{(count == 1 ? "" : ", по странице на каждый")}."),
        waiting == 0 ? default
        : Html.Text(
        $"Ещё {Wait(waiting)} вашего отзыва и в этот файл не {Russian.Plural(waiting, "вошёл", "вошли", "вошли")}. Взять " +
        $"{Russian.Plural(waiting, "его", "их", "их")} можно в «Сертификатах»: /my"));

    internal static Html AllWait(CertificatePeriod period, int waiting) => Html.Paragraphs(
        Html.Bold($"{Documents}: {Of(period)}"),
        Html.Text($"{Wait(waiting)} вашего отзыва, других документов за это время нет. Нажмите «Сертификаты» и выберите мероприятие: "
            + "оценить его — два нажатия, отказаться — одно. Потом соберите файл ещё раз."));

    private static string Wait(int waiting) => Russian.Count(waiting, "сертификат ждёт", "сертификата ждут", "сертификатов ждут");

    internal static Html Refused(CertificateRefusal because, CertificateDetails? details) => because switch
    {
        CertificateRefusal.NoSuchSeminar => Html.Text("Такого мероприятия нет."),
        CertificateRefusal.SeminarCancelled => Html.Text("Это мероприятие отменили, сертификата за него нет."),
        CertificateRefusal.NotOver => Html.Text("Мероприятие ещё не закончилось. Сертификат можно будет взять после него."),
        CertificateRefusal.DidNotCome => Html.Text(
            "Отметки, что вы были на этом мероприятии, нет. Если вы были, скажите ведущему или "
            + "напишите руководителю (/help, «Спросить человека»): отметку исправят."),
        CertificateRefusal.NotMarked => Html.Text(
            "На этом мероприятии ещё не отметили, кто был. Когда отметят, что вы были, сертификат можно будет взять."),
        CertificateRefusal.FeedbackFirst => Html.Text(
            "Сначала, пожалуйста, оцените мероприятие: «Оставить отзыв», это два нажатия. "
            + "Не хотите отвечать — там же нажмите «Не спрашивать»: сертификат всё равно будет ваш."),
        CertificateRefusal.NotLeader => Html.Text("Сертификат ведущего получает тот, кто вёл это мероприятие."),
        CertificateRefusal.NobodyCame => Html.Text(
            "Пока не отмечено, что на мероприятие кто-то пришёл. Отметьте тех, кто был, и возьмите сертификат."),
        CertificateRefusal.NothingInPeriod => Html.Text(NoWorkThen),
        CertificateRefusal.NotTutor => Html.Text("Справку о работе тьютора получают тьюторы."),
        CertificateRefusal.NameNotPrintable => Html.Text(
            $"В вашем имени есть буквы, которых нет в шрифте документов: напечатать его нельзя. Нажмите «{ProfileTexts.ChangeName}» и " +
            $"напишите его русскими "
            + "или латинскими буквами, как в документах, например: Ван Сяомин. Потом возьмите документ ещё раз."),
        CertificateRefusal.Withdrawn => details is null ? Html.Text("Этот сертификат отозван.") : WithdrawnForOwner(details),
    };

    internal static string Refused(PeriodRefusal because) => because switch
    {
        PeriodRefusal.Unclear => "Не понял, какие месяцы. Напишите, например: сентябрь–декабрь 2026 или 09.2026.",
        PeriodRefusal.EndsBeforeItBegins => "Последний месяц раньше первого. Напишите, например: сентябрь 2026 – май 2027.",
        PeriodRefusal.NotBegunYet => "Это время ещё не наступило. Выберите прошедшие месяцы.",
        PeriodRefusal.TooLong => "Это слишком долго: выберите не больше пяти лет.",
    };

    internal static Html Checked(CertificateDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Bold(details.WithdrawnAt is { } day
            ? $"❌ {Paper(details.Kind)} № {details.Number}: {Gone(details.Kind)} {CertificateWords.Day(zone.DayOf(day))}"
            : details.Unfounded ? $"⚠️ {Paper(details.Kind)} № {details.Number}: отметка о присутствии снята"
            : Nameless(details) ? $"⚠️ {Paper(details.Kind)} № {details.Number}: имя не напечатано"
            : $"✅ {Paper(details.Kind)} № {details.Number}: {(details.Kind == CertificateKind.Tutored ? "подлинная" : "подлинный")}"),
        Facts(details, zone),
        details.WithdrawnAt is not null ? Html.Text("Документ больше не действует.")
            : details.Unfounded ? Html.Text("Сейчас документ не действует.")
            : Nameless(details)
            ? Html.Text("Без имени документ не действует. Владелец может исправить имя в профиле (/profile) и взять файл ещё раз.")
            : default);

    internal static Html ForHead(CertificateDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Bold($"{Paper(details.Kind)} № {details.Number}"),
        Html.Lines(
            Html.Of($"Кому: {details.Name ?? NameGone}"),
            Facts(details, zone, owner: false)),
        details.WithdrawnAt is { } day
            ? Html.Lines(
            Html.Text($"❌ {(details.Kind == CertificateKind.Tutored ? "Отозвана" : "Отозван")} {CertificateWords.Day(zone.DayOf(day))}"),
            details.WithdrawnReason is null ? default : Html.Of($"Причина: {details.WithdrawnReason}"))
            : Html.Text(details.Unfounded
                ? "⚠️ Не действует: отметка о присутствии снята. Если её вернут («Кто был» у мероприятия), документ снова будет " +
                "действовать."
                : Nameless(details)
                ? "⚠️ Не действует: имя не напечатано, таких букв нет в шрифте. Владелец может исправить имя в профиле и взять файл ещё " +
                "раз."
                : "✅ Действует"));

    internal static Html NoSuchNumber(CertificateNumber number) =>
        Html.Of($"Сертификата № {number.ToString()} нет. Проверьте номер: он напечатан под заголовком.");

    internal static string WithdrawAsk(CertificateDetails details) =>
        $"Отозвать {(details.Kind == CertificateKind.Tutored ? "справку" : "сертификат")} № {details.Number} ({Owner(details)})? " +
        $"Владелец узнает об этом. Потом документ можно вернуть.";

    internal static Html WithdrawnForOwner(CertificateDetails details) => Html.Paragraphs(
        Html.Of($"❌ {Paper(details.Kind)} № {details.Number.ToString()} ({About(details)}): руководитель площадки " +
        $"{(details.Kind == CertificateKind.Tutored ? "её отозвал" : "его отозвал")}."),
        details.WithdrawnReason is null ? default : Html.Of($"Причина: {details.WithdrawnReason}"),
        Html.Text("Если это ошибка, напишите руководителю: /help, «Спросить человека». Документ можно вернуть."));

    internal static Html HoldsAgain(CertificateDetails details) =>
        Html.Of($"✅ {Paper(details.Kind)} № {details.Number.ToString()} ({About(details)}) снова " +
        $"{(details.Kind == CertificateKind.Tutored ? "действительна" : "действителен")}.");

    private static Html Facts(CertificateDetails details, SiteZone zone, bool owner = true) => Html.Lines(
        owner ? Html.Of($"Кому: {Owner(details)}") : default,
        Html.Of($"За что: {CertificateWords.WhatFor(details, zone)}"),
        details.StartsAt is { } start ? Html.Of($"Когда: {CertificateWords.Day(zone.DayOf(start))}") : default,
        Html.Of($"Дата выдачи: {CertificateWords.Day(zone.DayOf(details.PrintedAt))}" +
            $"{(details.Edition == 1 ? "" : $", редакция {Russian.Number(details.Edition)}")}"));

    /// <summary>Printed when letters that the font lacks were left out.</summary>
    private static bool Nameless(CertificateDetails details) => details.Name is { } name && !Printable.Reads(name);

    private static string Owner(CertificateDetails details) => details.Name is { } name ? FullName.Short(name) : NameGone;

    private static string Gone(CertificateKind kind) => kind == CertificateKind.Tutored ? "отозвана" : "отозван";

    private static string About(CertificateDetails details) => details.Title is { } title
        ? $"«{Ellipsis.Cut(title, 100)}»"
        : Of(new CertificatePeriod(details.FirstDay!.Value, details.LastDay!.Value));
}
