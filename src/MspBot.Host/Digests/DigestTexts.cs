using System.Globalization;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Seminars;

namespace MspBot.Host.Digests;

/// <summary>The digest's words.</summary>
internal static class DigestTexts
{
    internal const string Digest = "Сводка";
    internal const string CommandLine = "Сводка: неделя, месяц, файлы";
    internal const string Files = "Картинка и файлы";
    internal const string Earlier = "Прежние сводки";
    internal const string ThisWeek = "Эта неделя сейчас";
    internal const string NotForYou = "Сводку видят руководитель площадки, методист и наблюдатель.";
    internal const string Gone = "Такой сводки нет.";
    private const int LongestTitle = 30;
    private const int NamesShown = 2;

    internal const string RatingName = "Средняя оценка (из 5)";

    /// <summary>What each figure is called where there is room for it, with its value; docs/figures.md says what it counts.</summary>
    internal static IReadOnlyList<(string Name, Func<Figures, double?> Of)> Figures { get; } =
    [
        ("Проведено мероприятий", f => f.Seminars),
        ("Из них не отмечено, кто был", f => f.Unmarked),
        ("Записаны на отмеченные", f => f.SignedUp),
        ("Пришли", f => f.Came),
        ("Пришли, % записанных", f => f.Attendance * 100),
        ("Направлено школами", f => f.Nominated),
        ("Из них согласились", f => f.NominationsAccepted),
        ("Из них отказались", f => f.NominationsDeclined),
        ("Из них не ответили", f => f.NominationsUnanswered),
        ("Из них уступили место без ответа", f => f.NominationsLapsed),
        ("Из направленных пришли", f => f.NominatedCame),
        ("Новых записей", f => f.NewSignUps),
        ("Заявок на консультации", f => f.Requested),
        ("Состоялось консультаций", f => f.Held),
        ("Отвечено на заявки", f => f.Answered),
        ("До ответа, часов (медиана)", f => f.HoursToAnswer),
        ("Отзывов", f => f.Ratings),
        (RatingName, f => f.Rating),
        ("ШНОР участвовало", f => f.ActiveSchools),
        ("ШНОР всего", f => f.LowSchools),
        ("Педагогов участвовало", f => f.Reached),
        ("Личных ссылок учителям сделано", f => f.LinksMade),
        ("Личных ссылок использовано", f => f.LinksUsed),
        ("Пунктов плана, чей срок пришёл", f => f.PlanDue),
        ("Из них выполнены в срок", f => f.PlanInTime),
        ("Из них выполнены позже срока", f => f.PlanLate),
        ("Из них просрочены", f => f.PlanOverdue),
        ("План выполнен, % с начала учебного года", f => f.PlanCarriedOut * 100),
        ("Мероприятий вне плана", f => f.Unplanned),
        ("До решения по плану, рабочих дней (медиана)", f => f.DaysToAgreement),
        ("Опросы: школ спрошено", f => f.SurveysAsked),
        ("Из них ответили в срок, %", f => f.AnsweredInTime * 100),
        .. LibraryDigestTexts.Figures,
    ];

    internal static string PeriodWord(PeriodKind kind) => kind == PeriodKind.Week ? "Неделя" : "Месяц";

    internal static string State(DigestSeminar seminar) =>
        seminar.Cancelled ? SheetTexts.Cancelled : seminar.Held ? SheetTexts.Held : SheetTexts.Coming;

    internal static string SchoolKind(string kind) => Enum.TryParse<SchoolKind>(kind, out var known) ? known switch
    {
        Domain.People.SchoolKind.Host => "базовая",
        Domain.People.SchoolKind.Leader => "лидер",
        Domain.People.SchoolKind.LowResults => "ШНОР",
        Domain.People.SchoolKind.Other => "другая",
    } : kind;

    internal static Html NoneStored =>
        Html.Text("Прежних сводок пока нет: первая придёт сама, когда закончится неделя. Как идёт эта неделя, можно посмотреть сейчас.");

    internal static Html EarlierTitle => Html.Bold("Прежние сводки");

    /// <summary>«Неделя 16–22 ноября 2026», «Ноябрь 2026»</summary>
    internal static string Period(DigestPeriod period)
    {
        if (period.Kind == PeriodKind.Month) return Russian.MonthAtStart(period.First);
        return $"Неделя {Days(period)} {period.Last.Year.ToString(CultureInfo.InvariantCulture)}";
    }

    internal static string Title(Digest digest) => Period(digest.Period);

    internal static string InLog(DigestPeriod period) => $"сводка «{Period(period)}»";

    /// <summary>«16–22 ноября», «30 ноября – 6 декабря»</summary>
    internal static string Days(DigestPeriod period)
    {
        var (first, last) = (Date(period.First), Date(period.Last));
        return period.First.Month == period.Last.Month ? $"{period.First.Day}–{last}" : $"{first} – {last}";
    }

    internal static string Date(DateOnly day) => day.ToString("d MMMM", CultureInfo.GetCultureInfo("ru-RU"));

    /// <summary>«Неделя ещё идёт»</summary>
    internal static string Runs(PeriodKind kind) => $"{PeriodWord(kind)} ещё идёт";

    internal static string NothingHappened(Digest digest) =>
        digest.IsRunning ? "Пока ничего не происходило." : "За это время ничего не происходило.";

    internal const string WentWell = "Получилось";
    internal const string ToDecide = "Нужно решить";
    internal const string NothingToDecide = "Решать сейчас нечего.";

    internal static string Compared(Digest digest) => (digest.Kind, digest.IsRunning) switch
    {
        (PeriodKind.Week, false) => "Цифры, в скобках — к прошлой неделе",
        (PeriodKind.Week, true) => "Цифры, в скобках — к тем же дням прошлой недели",
        (PeriodKind.Month, false) => "Цифры, в скобках — к прошлому месяцу",
        (PeriodKind.Month, true) => "Цифры, в скобках — к тем же дням прошлого месяца",
    };

    /// <summary>The title where the whole of it must be said in one cell.</summary>
    internal static string Noted(Digest digest) => !digest.IsRunning ? Title(digest)
        : $"{Title(digest)}. {ComparedWithDays(digest.Kind)}";

    /// <summary>«Месяц ещё идёт: сравнение с теми же днями прошлых месяцев»</summary>
    private static string ComparedWithDays(PeriodKind kind) =>
        $"{Runs(kind)}: сравнение с теми же днями {(kind == PeriodKind.Week ? "прошлых недель" : "прошлых месяцев")}";

    /// <summary>Under the report's figures.</summary>
    internal static string ReportCompared(Digest digest) =>
        digest.Comparable.Count == 1 ? "Это первый месяц работы: сравнить пока не с чем."
            : $"{(digest.IsRunning ? $"{ComparedWithDays(digest.Kind)}. " : "")}«Обычно» — среднее за предыдущие месяцы, не более восьми.";

    /// <summary>«не отмечено: 3 из 4»</summary>
    internal static string NotMarked(Figures figures) =>
        $"не отмечено: {Russian.Number(figures.Unmarked)} из {Russian.Number(figures.Seminars)}";

    /// <summary>Where some are not marked.</summary>
    internal static string UnmarkedNote(Figures figures) =>
        $"Не отмечено, кто был: {Russian.Number(figures.Unmarked)} из {Russian.Number(figures.Seminars)} мероприятий. "
        + "В числе пришедших и в долях их нет.";

    /// <summary>«записались: 16, пришли: 11»</summary>
    internal static string Attended(DigestSeminar seminar) => $"записались: {Russian.Number(seminar.SignedUp)}, "
        + (seminar.Unmarked ? "кто пришёл, не отмечено" : $"пришли: {Russian.Number(seminar.Came)}");

    /// <summary>«План: в срок 5 из 6, просрочен 1»</summary>
    internal static string Plan(Figures figures) => $"План: в срок {figures.PlanInTime} из {figures.PlanDue}"
        + (figures.PlanLate == 0 ? "" : $", позже срока {figures.PlanLate}")
        + (figures.PlanOverdue == 0 ? ""
            : $", {Russian.Plural(figures.PlanOverdue, "просрочен", "просрочены", "просрочено")} {figures.PlanOverdue}");

    /// <summary>«Личные ссылки учителям: сделано 22, использовано 15»: in the period, whichever were made earlier.</summary>
    internal static string Links(Figures figures) =>
        $"Личные ссылки учителям: {(figures.LinksMade == 0 ? "" : $"сделано {figures.LinksMade}, ")}использовано {figures.LinksUsed}";

    internal static string AttendanceChart(Figures figures) =>
        $"Мероприятия: записались и пришли{(figures.Unmarked == 0 ? "" : $" ({NotMarked(figures)})")}";

    internal const string NotCompared = "Цифры (сравнить пока не с чем)";

    /// <summary>
    /// A long name without what it is legally; if need be its middle is left out, since schools differ by their ends: «Средняя обще… школа
    /// № 12».
    /// </summary>
    internal static string School(string? name, int longest)
    {
        if (name is null || name.Length <= longest) return name ?? "";
        var called = name.IndexOf('«', StringComparison.Ordinal) is >= 0 and var quote ? name[(quote + 1)..].TrimEnd('»', ' ') : name;
        var letters = new StringInfo(called.ReplaceLineEndings(" "));
        if (letters.LengthInTextElements <= longest) return letters.String;
        var head = longest / 2;
        var tail = letters.SubstringByTextElements(letters.LengthInTextElements - (longest - head - 1));
        return $"{letters.SubstringByTextElements(0, head).TrimEnd()}…{tail.TrimStart()}";
    }

    internal static string Cut(string? text) => Ellipsis.Cut(text ?? "", LongestTitle);

    internal static string Praised(Praise praise) => praise switch
    {
        Praise.WellAttended(var title, var came, var of) =>
            $"«{Cut(title)}»: {Russian.Plural(came, "пришёл", "пришли", "пришли")} {came} из {of}",
        Praise.WellRated(var rating, var n) => $"Средняя оценка {FigureTexts.Number(rating)} ({Reviews(n)})",
        Praise.ReachedMore(var reached, var usual) =>
            $"Участвовало больше обычного: {Teachers(reached)}, обычно {FigureTexts.Number(Math.Round(usual))}",
        Praise.AnsweredQuickly(var hours) => $"На заявки отвечают быстро: половина получила ответ за {FigureTexts.Hours(hours)}",
        _ => throw new InvalidOperationException("an unknown praise"),
    };

    internal const string NobodyThere = "в боте никого";

    internal static string More(int count) => $"и ещё {count}";

    internal static string MoreSchools(int count) => $"и ещё {Russian.Count(count, "школа", "школы", "школ")}";

    /// <summary>The first is told, others are counted: «Уточнение за 9–15 ноября: пришли — было 9, стало 10; и ещё 3 цифры.»</summary>
    internal static string Corrected(IReadOnlyList<Correction> all, PeriodKind kind)
    {
        var (told, others) = (all[0], all.Count - 1);
        var when = kind == PeriodKind.Week ? Days(new(kind, told.First)) : Russian.Month(told.First);
        return $"Уточнение за {when}: {What(told.Figure)} — было {told.Was}, стало {told.Is}"
            + $"{(others == 0 ? "" : $"; и ещё {Russian.Count(others, "цифра", "цифры", "цифр")}")}.";
    }

    internal static string Undelivered(IReadOnlyList<string> names) =>
        $"Прошлую сводку не получили: {string.Join(", ", names.Take(NamesShown))}" +
        $"{(names.Count > NamesShown ? $" {More(names.Count - NamesShown)}" : "")}";

    /// <summary>Whether anything is wrong; a look that is not today's says of which day it is.</summary>
    internal static string Audit(SelfAudit? audit, DateOnly today)
    {
        if (audit is null) return "Проверка данных ещё не проводилась.";
        var day = audit.Day == today ? "" : $" {Date(audit.Day)}";
        if (audit.IsClean) return $"Данные проверены{day}, нарушений нет.";
        (int Count, string What)[] found =
        [
            (audit.Oversold, "мероприятий с записью сверх мест"),
            (audit.DoubleBooked, "консультаций одного тьютора в одно время"),
            (audit.ErasedSeated, "записей удалённых участников"),
            (audit.OutboxLate, "сообщений ждут отправки больше часа"),
            (audit.Unfinished, "получателей рассылок без исхода"),
            (audit.Unlogged, "действий без записи"),
        ];
        return $"Проверка данных{day}: {string.Join("; ", found.Where(f => f.Count > 0).Select(f => $"{f.What} — {f.Count}"))}.";
    }

    internal static string SeminarKind(string kind) => Enum.TryParse<SeminarKind>(kind, out var known) ? SeminarTexts.Kind(known) : kind;

    private static string What(CorrectedFigure figure) => figure switch
    {
        CorrectedFigure.Seminars => "проведено мероприятий",
        CorrectedFigure.Unmarked => "не отмечено мероприятий",
        CorrectedFigure.Came => "пришли",
        CorrectedFigure.SignedUp => "записаны на отмеченные",
        CorrectedFigure.Held => "состоялось консультаций",
        CorrectedFigure.NewSignUps => "новых записей",
        CorrectedFigure.Requested => "заявок на консультации",
        CorrectedFigure.ActiveSchools => "участвовало ШНОР",
        CorrectedFigure.LowSchools => "всего ШНОР",
        CorrectedFigure.Reached => "педагогов участвовало",
        CorrectedFigure.PlanDue => "пунктов плана со сроком",
        CorrectedFigure.PlanInTime => "пунктов плана в срок",
    };

    internal static string ByReviews(int count) => Russian.Count(count, "отзыву", "отзывам", "отзывам");

    internal static string Reviews(int count) => Russian.Count(count, "отзыв", "отзыва", "отзывов");

    internal static string Teachers(int count) => Russian.Count(count, "педагог", "педагога", "педагогов");
}
