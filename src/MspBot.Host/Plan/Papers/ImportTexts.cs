using MspBot.Data.Plan.Papers;
using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Files.Tables;

namespace MspBot.Host.Plan.Papers;

/// <summary>What is said of a table that is handed in.</summary>
internal static class ImportTexts
{
    internal const string Another = "Прислать другой файл";
    internal const string Apply = "Применить";
    internal const string Drop = "Не загружать";
    internal const string Keep = "Оставить их в плане";
    internal const string Again = "Загрузить файл заново";
    internal const string ChangedMeanwhile = "План за это время изменили, и ничего не применилось. Посмотрите ещё раз, что получится.";
    internal const string NoCodes =
        "В таблице нет столбца «Код», а в плане уже есть пункты: не понять, какие строки новые. Скачайте план и правьте его таблицу.";

    private const int Named = 3;
    private const int Title = 60;

    internal static Prompt WhichFile(SchoolYear year) => new("Файл",
        $"Пришлите таблицу плана на {year}",
        "Это та же таблица, которую отдаёт «Скачать план» → Excel. Файл .xls сохраните как .xlsx. " +
        "Сначала бот покажет, что получится; без вашего «Применить» ничего не изменится.");

    internal static Html Reading(SchoolYear year) =>
        Html.Text($"Файл получен. Проверяю таблицу плана на {year}: это займёт минуту или две.");

    /// <summary>Why nothing can be loaded into the plan of this year now.</summary>
    internal static Html Closed(SchoolYear year, PlanRefusal because) =>
        Html.Paragraphs(Html.Bold(PlanTexts.OfYear(year)), Html.Text(RefusalTexts.Of(because)));

    internal static string InFile(DateOnly day) => $"По таблице, загруженной {day:dd.MM.yyyy}";

    internal static string NotInFile(DateOnly day) => $"Нет в таблице, загруженной {day:dd.MM.yyyy}";

    internal static string Exclude(int items) => $"Исключить их: {Russian.Number(items)}";

    internal static Html Refused(SchoolYear year, Html because) =>
        Html.Paragraphs(Html.Bold($"Таблица плана на {year} не загружена"), because, Html.Text("План не изменился."));

    internal static Html Preview(PlanImport import, ImportComparison comparison, bool excludes, bool fits) => Html.Paragraphs(
        Html.Bold($"Таблица плана на {import.Year}"),
        Html.Text(Counts(comparison, excludes)),
        comparison.TakenBack(excludes) is > 0 and var taken ? Html.Text(TakesBack(taken)) : default,
        Html.Lines([.. Lines(comparison, excludes)]),
        comparison.Missing.Count == 0 || excludes ? default : Missing(comparison.Missing),
        comparison.Left.Count == 0 ? default : Left(comparison.Left),
        import.Content!.Unread.Count == 0 ? default
            : Html.Text($"Не загружаются столбцы: {TableTexts.Listed([.. import.Content.Unread.Select(name => $"«{name}»")])}."),
        fits ? default : Html.Text($"В плане станет больше {Russian.Number(PlanBounds.Items)} пунктов: столько не поместится."));

    internal static Html Outdated(ImportComparison comparison) => Html.Paragraphs(
        Html.Bold("План изменили"),
        comparison.With(RowFault.Gone) is not { Count: > 0 } gone ? default
            : Html.Text($"Из плана исключили {Items(gone, "пункт", "пункты")}, а строки о них в таблице есть."),
        comparison.With(RowFault.Leaving) is not { Count: > 0 } leaving ? default
            : Html.Text($"{Russian.AtStart(Items(leaving, "пункт", "пункты"))} {(leaving.Count == 1 ? "предложен" : "предложены")} " +
                $"к исключению: сначала нажмите «{ItemTexts.KeepInPlan}»."),
        comparison.With(RowFault.Shifted) is not { Count: > 0 } shifted ? default
            : Html.Text($"Строки с {(shifted.Count == 1 ? "кодом" : "кодами")} {Items(shifted, "пункта", "пунктов")} " +
                "говорят о других пунктах: столбец «Код» сдвинут."),
        comparison.With(RowFault.Stale) is not { Count: > 0 } stale ? default
            : Html.Text($"{Russian.AtStart(Items(stale, "пункт", "пункты"))} в плане сейчас " +
                $"{(stale.Count == 1 ? "записан" : "записаны")} иначе, чем было в таблице."),
        Html.Text("Ничего не применилось. Скачайте таблицу сами и внесите правку в неё или в боте."));

    internal static Html Applied(SchoolYear year, AppliedImport done)
    {
        var (comparison, atOnce) = (done.Comparison, done.Excludes ? done.Comparison.GoAtOnce : 0);
        return Html.Paragraphs(
            Html.Bold($"План на {year} обновлён"),
            Html.Text(Sum(("Добавлено", done.Added.Count), ("изменено", comparison.Changed.Count), ("исключено", atOnce),
                ("предложено исключить", done.Excluded.Count - atOnce))),
            comparison.TakenBack(done.Excludes) is > 0 and var taken
                ? Html.Text($"С согласования возвращено: {Russian.Number(taken)}.") : default,
            done.LeavesDrafts ? Html.Text("Теперь изменения можно отправить на согласование.") : default);
    }

    internal static Html Forgotten(SchoolYear year) => Html.Paragraphs(
        Html.Bold($"План на {year} не изменился"),
        Html.Text("Кто-то удалил свои данные, а в таблице могло быть его имя, поэтому таблица стёрта. Загрузите её заново."));

    internal static Html Dropped(SchoolYear year) => Html.Text($"Таблица не загружена. План на {year} не изменился.");

    private static string Counts(ImportComparison comparison, bool excludes) =>
        comparison.IsEmpty && !(excludes && comparison.Missing.Count > 0)
            ? comparison.LacksItems ? "В строках таблицы ничего не изменилось." : "Таблица совпадает с планом: менять нечего."
        : Sum(("Добавится", comparison.Added.Count), ("изменится", comparison.Changed.Count),
            ("исключится", excludes ? comparison.GoAtOnce : 0),
            ("будет предложено исключить", excludes ? comparison.Missing.Count - comparison.GoAtOnce : 0));

    /// <summary>What is changed is sent anew.</summary>
    private static string TakesBack(int items) => items == 1
        ? "1 пункт сейчас на согласовании: он вернётся к вам, и его нужно будет отправить снова."
        : $"{PlanTexts.Count(items)} сейчас на согласовании: они вернутся к вам, и их нужно будет отправить снова.";

    /// <summary>«Добавится 3, изменится 5, исключится 1»; what is none is not said.</summary>
    private static string Sum(params ReadOnlySpan<(string Words, int Count)> parts)
    {
        var said = new List<string>();
        foreach (var (words, count) in parts)
        {
            if (count > 0) said.Add($"{words} {Russian.Number(count)}");
        }
        return $"{Russian.AtStart(string.Join(", ", said))}.";
    }

    private static IEnumerable<Html> Lines(ImportComparison comparison, bool excludes) =>
    [
        .. Some(comparison.Added, text => Html.Of($"+ {Ellipsis.Cut(text.Title, Title)}")),
        .. Some(comparison.Changed, one => Html.Of($"№ {one.Item.Number}: {Ellipsis.Cut(Change(one.Item.Text, one.Text), Title + 30)}")),
        .. excludes ? Some(comparison.Missing, item => Html.Of($"− № {item.Number}: {Ellipsis.Cut(item.Text.Title, Title)}")) : [],
    ];

    private static IEnumerable<Html> Some<T>(IReadOnlyList<T> all, Func<T, Html> line) => all.Count <= Named + 1
        ? all.Select(line) : all.Take(Named).Select(line).Append(Html.Text($"… и ещё {Russian.Number(all.Count - Named)}"));

    /// <summary>«срок: октябрь 2026 → ноябрь 2026»; of several fields their names.</summary>
    private static string Change(ItemText from, ItemText to)
    {
        (string Name, string? From, string? To)[] all =
        [
            ("название", from.Title, to.Title), ("форма", FormTexts.Form(from.Form), FormTexts.Form(to.Form)),
            ("срок", TermTexts.Term(from.Term), TermTexts.Term(to.Term)), ("ответственный", $"{from.Responsible}", $"{to.Responsible}"),
            ("результат", from.Result, to.Result), ("для кого", from.Audience, to.Audience),
        ];
        var changed = all.Where(one => one.From != one.To).ToList();
        return changed is [("срок" or "форма", _, _) one] ? $"{one.Name}: {one.From} → {one.To}"
            : string.Join(", ", changed.Select(field => field.Name));
    }

    private static Html Missing(IReadOnlyList<ItemNow> missing)
    {
        var items = Items([.. missing.Select(item => item.Number)], "пункта", "пунктов");
        return Html.Text(missing.Count == 1 ? $"В файле нет {items}: он останется в плане. Исключить его?"
            : $"В файле нет {items}: они останутся в плане. Исключить их?");
    }

    /// <summary>Newer than the table, or nobody but heads has read them.</summary>
    private static Html Left(IReadOnlyList<ItemNow> left)
    {
        var items = Items([.. left.Select(item => item.Number)], "пункта", "пунктов");
        return Html.Text(left.Count == 1 ? $"В файле нет {items}: он останется в плане, а исключить его можно в боте."
            : $"В файле нет {items}: они останутся в плане, а исключить их можно в боте.");
    }

    private static string Items(IReadOnlyList<int> numbers, string one, string many) =>
        $"{(numbers.Count == 1 ? one : many)} {Numbers(numbers)}";

    private static string Numbers(IReadOnlyList<int> numbers)
    {
        const int most = 12;
        return numbers.Count <= most ? TableTexts.Listed([.. numbers.Select(Russian.Number)])
            : $"{string.Join(", ", numbers.Take(most).Select(Russian.Number))} и ещё {Russian.Number(numbers.Count - most)}";
    }
}
