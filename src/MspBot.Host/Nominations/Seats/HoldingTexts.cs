using MspBot.Data.Nominations.Seats;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars.Seats;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using MspBot.Host.Seminars;

namespace MspBot.Host.Nominations.Seats;

/// <summary>What the head of the site reads about seats held for schools.</summary>
internal static class HoldingTexts
{
    internal const string Hold = "Места школам";
    internal const string Give = "Отдать школам";
    internal const string Unfinished = "места школам";
    internal const string FreeYes = "Да, освободить";
    internal const string DoNotFree = "Не освобождать";
    internal const string Some = "Выбрать школы";
    internal const string NoSchools = "В списке пока ни одной школы: отдавать места некому.";
    internal const string NothingToFree = "За этой школой мест уже нет";

    /// <summary>How many schools a sentence names.</summary>
    private const int MostNamed = 5;

    internal static readonly Prompt Whom = new("Школы", "Каким школам отдать места?");

    /// <summary>«Места школам: 5»</summary>
    internal static string Button(int held) => held == 0 ? Hold : $"{Hold}: {Russian.Number(held)}";

    /// <summary>«Всем школам ШНОР: 7»</summary>
    internal static string AllLowResults(int count) => $"Всем школам ШНОР: {Russian.Number(count)}";

    /// <summary>The same in the summary, behind «Школы:».</summary>
    internal static string AllLowResultsChosen(int count) => $"все школы ШНОР ({Russian.Number(count)})";

    internal static Prompt Which(int free) => new("Школы",
        $"Каким школам отдать места? Отметьте. Свободно {SeminarTexts.Seats(free)}.");

    internal static Prompt Each(int schools, int free) => new("Каждой школе", schools > free
        ? $"Школ выбрано {Russian.Number(schools)}, а {Free(free)}: не хватит даже по одному. Вернитесь и отметьте меньше школ."
        : $"По сколько мест каждой школе? Школ {Russian.Number(schools)}, {Free(free)}.");

    internal static Prompt Until(string example) => new("Держать до",
        "До какого срока держать? Что школы не займут, станет свободно для всех, сначала для листа ожидания.",
        $"Выберите или напишите, например: {example}");

    internal static string Before(TimeSpan time, DateTimeOffset until, SiteZone zone) =>
        $"{(time == SchoolSeats.FreedBefore ? "За 3 дня" : time == TimeSpan.FromDays(1) ? "За день" : "За 3 часа")}: " +
        Russian.Short(until, zone);

    internal const string EachUnclear = "Напишите число мест, например: 2.";

    internal static string DayAndTime(string example) => $"Нужны и день, и время. Напишите, например: {example}.";

    /// <summary>«Мест школам 14, а всего 12.»</summary>
    internal static string TooMany(int count, int? seats, int free) => seats is { } all && count > all
        ? $"Мест школам {Russian.Number(count)}, а всего {Russian.Number(all)}."
        : $"Мест школам {Russian.Number(count)}, а {Free(free)}.";

    /// <summary>
    /// «Мест школам 14 из 30: 7 школ по 2, до пт, 20 ноября, 15:00. Свободных останется 9. Узнают 8 руководителей; у школы № 12
    /// руководителя в боте нет»
    /// </summary>
    internal static string Summary(
        SeminarDetails details, IReadOnlyList<SchoolToTell> schools, int each, DateTimeOffset until, int left, SiteZone zone)
    {
        var already = details.Held == 0 ? "" : $" Уже держится {Russian.Number(details.Held)}.";
        return $"Мест школам {Russian.Number(schools.Count * each)} из {Russian.Number(details.Seats!.Value)}: " +
            $"{Schools(schools.Count)} по {Russian.Number(each)}, до {Russian.Moment(until, zone)}.{already} " +
            $"Свободных останется {Russian.Number(left)}. {Told(schools)}";
    }

    private static string Told(IReadOnlyList<SchoolToTell> schools)
    {
        var told = schools.Sum(s => s.Heads);
        string[] parts =
        [
            told == 0 ? "Сообщение не получит никто"
                : $"{Russian.Plural(told, "Узнает", "Узнают", "Узнают")} {Heads(told)}",
            Without([.. schools.Where(s => s is { Heads: 0, Silent: 0 })]),
            Stopped(schools.Sum(s => s.Silent)),
        ];
        return string.Join("; ", parts.Where(p => p.Length > 0));
    }

    private static string Without(IReadOnlyList<SchoolToTell> schools) => schools switch
    {
        [] => "",
        [{ Name: var name }] when name.StartsWith("Школа №", StringComparison.Ordinal) => $"у школы{name[5..]} руководителя в боте нет",
        _ => $"руководителя в боте нет: {Named(schools)}",
    };

    private static string Stopped(int count) => count == 0 ? "" : $"не получат (бот остановлен): {Russian.Number(count)}";

    private static string Named(IReadOnlyList<SchoolToTell> schools) =>
        string.Join(", ", schools.Take(MostNamed).Select(s => Ellipsis.Cut(s.Name, 60)))
        + (schools.Count > MostNamed ? $" и ещё {Russian.Number(schools.Count - MostNamed)}" : "");

    internal static Html Done(int count, int told) => Html.Text(
        $"✅ За школами {SeminarTexts.Seats(count)}. {(told == 0 ? "Сообщение не получил никто."
            : $"{Russian.Plural(told, "Узнает", "Узнают", "Узнают")} {Heads(told)}.")}");

    /// <summary>«За школами 5 из 30, записано 20, ждут 3, свободно 5»</summary>
    internal static Html Counts(SeminarDetails details) => Html.Text(details.Seats is not { } seats ? "Места без ограничений."
        : $"За школами {Russian.Number(details.Held)} из {Russian.Number(seats)}, записано {Russian.Number(details.Seated)}"
        + (details.Waiting > 0 ? $", ждут {Russian.Number(details.Waiting)}" : "")
        + $", {Free(details.Attendance.FreeSeats(seats) ?? 0)}");

    internal static Html Nothing => Html.Text(
        "За школами мест нет. Отданные места займут сначала учителя этих школ; что они не займут в срок, станет свободно для всех.");

    /// <summary>«Школа № 12: 2 до пт, 20 ноября, 15:00; записано 3»</summary>
    internal static Html Line(SchoolHeld school, SiteZone zone)
    {
        string[] parts =
        [
            school is { Held: > 0, FirstUntil: { } first, LastUntil: { } last }
                ? $"{Russian.Number(school.Held)} {Period(first, last, zone)}" : "",
            school is { Returned: > 0, ReturnedUntil: { } until }
                ? $"{Russian.Number(school.Returned)} после отказа, до {Russian.Moment(until, zone)}" : "",
            $"записано {Russian.Number(school.SignedUp)}",
        ];
        return Html.Of($"{Ellipsis.Cut(school.Name, 80)}: {string.Join("; ", parts.Where(p => p.Length > 0))}");
    }

    /// <summary>«до пт, 20 ноября, 15:00»; of several moments the first and the last.</summary>
    internal static string Period(DateTimeOffset first, DateTimeOffset last, SiteZone zone) => first == last
        ? $"до {Russian.Moment(first, zone)}" : $"до {Russian.Moment(first, zone)} – {Russian.Moment(last, zone)}";

    /// <summary>«Освободить 2: Школа № 12»</summary>
    internal static string Free(SchoolHeld school) => ButtonRows.Titled($"Освободить {Russian.Number(school.Held)}: ", school.Name);

    internal static Html AskToFree(SchoolHeld school, SeminarDetails details, SiteZone zone) => Html.Paragraphs(
        Html.Of($"Освободить места школы: {school.Name}, {SeminarTexts.Seats(school.Held)}?"),
        SendingTexts.Meet(details, zone),
        Html.Text(details.Waiting == 0 ? "Места станут свободны для всех."
            : $"Первыми их получат те, кто ждёт: {SeminarTexts.People(details.Waiting)}."));

    internal static string Freed(int count, int promoted) => promoted == 0
        ? $"Освобождено: {SeminarTexts.Seats(count)}"
        : $"Освобождено: {SeminarTexts.Seats(count)}, из листа ожидания записано: {Russian.Number(promoted)}";

    internal static string Refused(SchoolSeatsRefusal because, SeminarDetails? details, SiteZone zone) => because switch
    {
        SchoolSeatsRefusal.NoSuchSeminar => "Такого мероприятия нет.",
        SchoolSeatsRefusal.NotPublished => "Места отдают школам только в опубликованном мероприятии.",
        SchoolSeatsRefusal.Unlimited => "Мест здесь сколько угодно: отдавать школам нечего.",
        SchoolSeatsRefusal.TooLate =>
            "До начала слишком мало времени: освободившиеся места уже достаются тому, кто первый.",
        SchoolSeatsRefusal.UntilOutOfBounds => details is null ? "Срок не подходит."
            : $"Срок должен быть позже, чем сейчас, и не позже {Russian.Moment(SchoolSeats.Latest(details.StartsAt), zone)}.",
        SchoolSeatsRefusal.OthersWait => "Свободных мест нет: их ждут те, кто в листе ожидания.",
        SchoolSeatsRefusal.TooFewFree => "Свободных мест столько нет.",
        SchoolSeatsRefusal.NoSuchSchool => "Одной из школ больше нет в списке. Отметьте школы ещё раз.",
    };

    /// <summary>To a head of a school, once for each time that seats are held for it.</summary>
    internal static Html Told(SeminarDetails details, int count, DateTimeOffset until, SiteZone zone) => Html.Paragraphs(
        Html.Of($"Для вашей школы {Russian.Plural(count, "держится", "держатся", "держится")} {SeminarTexts.Seats(count)}"),
        SendingTexts.Meet(details, zone),
        Html.Of($"До {Html.At(until, zone)} их займут только ваши учителя. Что останется, станет свободно для всех."));

    /// <summary>To a head of a school: the head of the site has freed them before their time.</summary>
    internal static string FreedBefore(int count) => count == 1 ? "Место, которое держалось для вашей школы, теперь свободно для всех."
        : $"Места, которые держались для вашей школы ({Russian.Number(count)}), теперь свободны для всех.";

    /// <summary>The same where seats have no limit any more.</summary>
    internal static string Unlimited(int count) =>
        $"Мест теперь сколько угодно, поэтому для вашей школы их больше не держим (было {Russian.Number(count)}): записаться может каждый.";

    /// <summary>To a head of a school, once the meeting was moved: what is held for it now.</summary>
    internal static Html HeldNow(SchoolHeld school, DateTimeOffset now, SiteZone zone)
    {
        var count = school.Held + school.Returned;
        DateTimeOffset[] until = [.. new[] { school.FirstUntil, school.LastUntil, school.ReturnedUntil }.OfType<DateTimeOffset>().Order()];
        return until[^1] <= now ? HeldNoMore : Html.Text(
            $"Для вашей школы {Russian.Plural(count, "держится", "держатся", "держится")} {SeminarTexts.Seats(count)}, " +
            $"{Period(until[0], until[^1], zone)}. Что останется, станет свободно для всех.");
    }

    internal static Html HeldNoMore => Html.Text("Места для вашей школы больше не держатся.");

    private static string Free(int free) => $"свободно {Russian.Number(free)}";

    private static string Schools(int count) => Russian.Count(count, "школа", "школы", "школ");

    private static string Heads(int count) => Russian.Count(count, "руководитель", "руководителя", "руководителей");
}
