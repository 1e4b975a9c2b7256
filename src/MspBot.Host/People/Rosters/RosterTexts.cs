using MspBot.Data.People.Rosters;
using MspBot.Domain.Clock;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;

namespace MspBot.Host.People.Rosters;

/// <summary>What a school head reads who brings teachers in.</summary>
internal static class RosterTexts
{
    internal const string Bring = "Пригласить учителей";
    internal const string ByLink = "Одной ссылкой";
    internal const string ByList = "Списком из Excel";
    internal const string Sample = "Образец";
    internal const string ToSchool = "← Моя школа";
    internal const string MakeLinks = "Сделать ссылки";
    internal const string MakeAnew = "Сделать новые ссылки";
    internal const string DoNotMake = "Не делать";
    internal const string Another = "Прислать другой файл";
    internal const string SampleFile = "Учителя, образец.xlsx";
    internal const string LinksFile = "Учителя с личными ссылками.xlsx";
    internal const string InBot = "Уже в боте";

    internal const string SampleSaid = $"Заполните таблицу и пришлите её: «{ByList}». Нет отчества — поставьте прочерк.";
    internal const string PatronymicHint = "Если отчества нет, поставьте прочерк.";
    internal const string PositionHint = "Например: учитель, завуч, логопед.";
    internal const string SubjectsHint = "Через запятую: Математика, Физика. Не ведёт уроков — прочерк.";

    internal const string NoSurname = "нет фамилии";
    internal const string NoFirstName = "нет имени";
    internal const string NoPatronymic = "нет отчества. Если его нет, поставьте прочерк";
    internal const string NoPosition = "не указана должность";
    internal const string PositionTooLong = "должность длиннее 200 знаков";
    internal const string NameNotPrintable = "в имени есть буквы, которых нет в шрифте сертификатов: напишите его русскими или латинскими";

    /// <summary>More numbers are not named: those who have not come are seen in the table.</summary>
    private const int MostNumbers = 25;

    internal static string WrongName(NameRefusal refusal) => refusal switch
    {
        NameRefusal.HasDigits => "в имени стоят цифры",
        NameRefusal.HasSigns => "в имени лишние знаки: пишите буквами, можно с дефисом",
        NameRefusal.TooManyWords => "в имени больше пяти слов",
        NameRefusal.TooLong => $"имя длиннее {Russian.Number(FullName.MaxLength)} знаков",
        NameRefusal.NoWords or NameRefusal.OneWord => "не хватает фамилии или имени",
    };

    internal static string PositionUnclear(string typed) => $"должность непонятна: «{Ellipsis.Cut(typed, 40)}»";

    internal static string UnknownSubjects(IReadOnlyList<string> words) =>
        $"{(words.Count == 1 ? "незнакомый предмет" : "незнакомые предметы")}: " +
        $"{TableTexts.Listed([.. words.Take(3).Select(word => $"«{Ellipsis.Cut(word, 40)}»")])}. " +
        "Пишите через запятую, например: Математика, Физика";

    internal static string Same(IReadOnlyList<int> rows, string name) =>
        $"Строки {TableTexts.Listed([.. rows.Select(Russian.Number)])} одинаковы: {name}.";

    internal static Html Card(string school, RosterStanding? standing, SiteZone zone) => Html.Paragraphs(
        Html.Lines(Html.Bold(Bring), Html.Text(school)),
        standing is null ? default : Standing(standing, zone),
        Html.Text(
            $"«{ByLink}» — одна для всех: школа уже выбрана, остальное каждый впишет сам. «{ByList}» — у каждого своя: " +
            "вписывать ничего не нужно, а вы видите, кто пришёл."));

    private static Html Standing(RosterStanding standing, SiteZone zone)
    {
        var came = $"Пришли {Russian.Number(standing.Came)} из {Russian.Number(standing.Links)}";
        if (standing.Came == standing.Links) return Html.Text($"{came}.");
        return standing.Open.Count == 0 ? Html.Text($"{came}. Срок остальных ссылок прошёл: загрузите список ещё раз.") : Html.Lines(
            Html.Text($"{came}; ещё не {(standing.Open.Count == 1 ? "пришёл" : "пришли")} № {Numbers(standing.Open)}."),
            Html.Of($"Ссылки действуют до {Html.At(standing.ExpiresAt, zone)}."));
    }

    private static string Numbers(IReadOnlyList<int> numbers) => numbers.Count <= MostNumbers
        ? string.Join(", ", numbers.Select(Russian.Number))
        : $"{string.Join(", ", numbers.Take(MostNumbers).Select(Russian.Number))} и ещё {Russian.Number(numbers.Count - MostNumbers)}";

    /// <summary>To be forwarded as it is.</summary>
    internal static Html ToForward(string school, string link) => Html.Paragraphs(
        Html.Bold("Приглашение на стажировочную площадку"),
        Html.Of($"{school} приглашает своих педагогов: мероприятия, консультации тьюторов, сертификаты."),
        Html.Lines(Html.Text("Откройте ссылку или наведите камеру на код и нажмите «Запустить»:"), Html.Text(link)));

    /// <summary>The same in plain words, beside the link.</summary>
    internal static string ToSend(string school) =>
        $"{school} приглашает своих педагогов на стажировочную площадку: мероприятия, консультации тьюторов, сертификаты.";

    internal static readonly Prompt WhichFile = new("Файл", "Пришлите список учителей",
        $"Таблица Excel со столбцами: № | {string.Join(" | ", RosterSheet.Words)}. Пустую отдаёт «{Sample}». " +
        "Файл .xls сохраните как .xlsx. Имена из таблицы бот не хранит: до согласия педагога их может прочитать только его личная ссылка.");

    internal static readonly Html Reading = Html.Text("Файл получен. Проверяю список: это займёт минуту или две.");

    internal static Html Refused(Html because) =>
        Html.Paragraphs(Html.Bold("Список учителей не принят"), because, Html.Text("Ничего из него не сохранено."));

    /// <param name="counts">Of the table.</param>
    /// <param name="faults">Empty: there are none.</param>
    internal static Html Preview(RosterCounts counts, Html faults) => Html.Paragraphs(
        Html.Bold("Список учителей"),
        Html.Text(Counted(counts)),
        faults,
        Html.Text((counts.New > 0, counts.Faulty > 0) switch
        {
            (false, false) => "Все из списка уже в боте: ссылки не нужны.",
            (false, true) => "Исправьте и пришлите заново.",
            (true, false) => $"Личные ссылки сделаются, когда вы нажмёте «{MakeLinks}». {Forgets}",
            (true, true) => $"Исправьте и пришлите заново. «{MakeLinks}» сделает их только тем, у кого ошибок нет. {Forgets}",
        }));

    private const string Forgets = "Через 3 часа бот забудет этот список.";

    /// <summary>«22 строки: 18 новых, 3 уже в боте, 1 с ошибкой.»</summary>
    private static string Counted(RosterCounts counts)
    {
        string[] parts =
        [
            counts.New == 0 ? "" : Russian.Count(counts.New, "новая", "новых", "новых"),
            counts.InBot == 0 ? "" : $"{Russian.Number(counts.InBot)} уже в боте",
            counts.Faulty == 0 ? "" : $"{Russian.Number(counts.Faulty)} с {(counts.Faulty == 1 ? "ошибкой" : "ошибками")}",
        ];
        return $"{Russian.Count(counts.All, "строка", "строки", "строк")}: {string.Join(", ", parts.Where(part => part.Length > 0))}.";
    }

    internal static string StoredCame(DateTimeOffset at, SiteZone zone) =>
        $"Что вы пришли по личной ссылке школы, и когда: {Russian.Moment(at, zone)}";

    internal static string StoredMade(int lists) => $"Списки учителей, по которым вы сделали ссылки: {Russian.Number(lists)}";

    internal const string StoredWaits = "Список учителей, который вы прислали; без ссылок он удалится сам";

    internal static Html Voids(int links) => Html.Paragraphs(
        Html.Text(Russian.Plural(links, "one", "few", "many") == "one"
            ? $"{(links == 1 ? "Прежняя ссылка" : $"Прежняя {Russian.Number(links)} ссылка")}, по которой никто не пришёл, перестанет " +
                "действовать."
            : $"Прежние {Russian.Count(links, "ссылка", "ссылки", "ссылок")}, по которым никто не пришёл, перестанут действовать."),
        Html.Text("Сделать новые?"));

    internal static Html Made(int links, DateTimeOffset until, SiteZone zone) => Html.Paragraphs(
        Html.Bold($"Готово: {Russian.Count(links, "личная ссылка", "личные ссылки", "личных ссылок")}"),
        Html.Of($"Пришлите каждому его ссылку из таблицы: она для одного человека и действует до {Html.At(until, zone)}."),
        Html.Text("Сохраните таблицу: у бота её больше нет. Потеряется — загрузите список ещё раз."));

    internal const string Waits =
        "Список учителей ждёт: кнопка «Сделать ссылки» стоит в сообщении о нём. Нет его — загрузите список ещё раз.";
    internal const string Dropped = "Ссылки не сделаны, список забыт.";
    internal const string ChangedMeanwhile = "За это время что-то изменилось, и ничего не сделано. Посмотрите ещё раз.";
}

/// <summary>How many rows a table has, of which kind.</summary>
internal sealed record RosterCounts(int New, int InBot, int Faulty)
{
    internal int All => New + InBot + Faulty;
}
