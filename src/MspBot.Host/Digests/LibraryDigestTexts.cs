using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>The digest's lines of the library and of broadcasts, their figures, and what of them waits for a decision.</summary>
internal static class LibraryDigestTexts
{
    private const string OpenBroadcast = "Открыть рассылку";
    private const string Decide = "Рассмотреть";

    internal static IReadOnlyList<(string Name, Func<Figures, double?> Of)> Figures { get; } =
    [
        ("Материалов добавлено в библиотеку", f => f.MaterialsAdded),
        ("Скачивали материалы, человек", f => f.Took),
        ("Получили материалы после встреч, человек", f => f.HandedOut),
        ("Искали в библиотеке и не нашли, разных запросов", f => f.AskedInVain),
        ("Рассылок", f => f.Broadcasts),
        ("Рассылки: получателей", f => f.Recipients),
        ("Из них доставлено, %", f => f.DeliveredShare * 100),
        ("Выбрали темы, человек сейчас", f => f.Subscribed),
    ];

    /// <summary>«Библиотека: добавлено 3, скачивали 12 чел.», «Рассылки: 2, доставлено 214 из 220»; or nothing.</summary>
    internal static IEnumerable<string> Lines(Figures now)
    {
        string[] library =
        [
            .. now.MaterialsAdded == 0 ? (string[])[] : [$"добавлено {Russian.Number(now.MaterialsAdded)}"],
            .. now.Took == 0 ? (string[])[] : [$"скачивали {Russian.Number(now.Took)} чел."],
            .. now.HandedOut == 0 ? (string[])[] : [$"после встреч получили {Russian.Number(now.HandedOut)}"],
            .. now.AskedInVain == 0 ? (string[])[] : [$"без ответа {Russian.Count(now.AskedInVain, "запрос", "запроса", "запросов")}"],
        ];
        if (library.Length > 0) yield return $"Библиотека: {string.Join(", ", library)}";
        if (now.Broadcasts > 0)
            yield return $"Рассылки: {Russian.Number(now.Broadcasts)}, доставлено {Russian.Number(now.Delivered)} из "
                + Russian.Number(now.Recipients);
    }

    internal static string One(Decision decision, IReadOnlyDictionary<long, string> names, string waits) =>
        decision.Kind == DecisionKind.BroadcastUndelivered
            ? $"Рассылка {Listed(decision, names, waits)}" : $"Предложена разработка {Listed(decision, names, waits)}";

    /// <summary>«Коллеги, в пятницу…»: не доставлено 12 из 180», «Дроби»: ждёт решения 4 дня, Иванова А. П.»</summary>
    internal static string Listed(Decision decision, IReadOnlyDictionary<long, string> names, string waits) =>
        $"«{DigestTexts.Cut(decision.Name)}»: " + (decision.Kind == DecisionKind.BroadcastUndelivered
            ? $"не доставлено {Russian.Number(decision.Number)} из {Russian.Number(decision.Seats)}"
            : $"ждёт решения {waits}, {Who(decision, names)}");

    internal static string Many(DecisionKind kind, int count) => kind == DecisionKind.BroadcastUndelivered
        ? $"{Russian.Count(count, "рассылка", "рассылки", "рассылок")}: не доставлено больше {Decisions.Undelivered} %"
        : $"{Russian.Count(count, "разработка ждёт", "разработки ждут", "разработок ждут")} решения больше {Decisions.OfferedDays} "
            + "рабочих дней";

    internal static string Title(DecisionKind kind) =>
        kind == DecisionKind.BroadcastUndelivered ? "Рассылки не дошли" : "Разработки на рассмотрении";

    internal static string OneButton(Decision decision) => decision.Kind == DecisionKind.BroadcastUndelivered
        ? OpenBroadcast : ButtonRows.Titled($"{Decide}: ", decision.Name ?? "");

    internal static string ListButton(Decision decision) => ButtonRows.Titled(
        decision.Kind == DecisionKind.BroadcastUndelivered ? $"{Russian.Number(decision.Number)} · " : "", decision.Name ?? "");

    private static string Who(Decision decision, IReadOnlyDictionary<long, string> names) =>
        decision.Teacher is { } teacher ? names.GetValueOrDefault(teacher) ?? DialogTexts.Erased : DialogTexts.Erased;
}
