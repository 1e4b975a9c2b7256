using System.Globalization;
using MspBot.Domain.Files;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>What lists to tick, parts of a whole and files say.</summary>
internal static class AnswerTexts
{
    internal const string ListChanged = "Список изменился: проверьте, кто отмечен.";
    private const string TwoNumbers = "нужны два числа: сколько и из скольких, например: 41 из 63";
    private const string Kept = "Ответы выше сохранены.";
    private const int MostNamed = 6;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    internal static string TickAll(bool searched) => searched ? "Отметить найденных" : "Отметить всех";

    internal static string UntickAll(bool searched) => searched ? "Снять найденных" : "Снять всех";

    /// <summary>«Иванова М. П., Петрова А. И.»; of many the first and how many more.</summary>
    internal static string Ticked(IReadOnlyList<string> chosen) =>
        chosen.Count == 0 ? DialogTexts.NotGiven
        : chosen.Count <= MostNamed ? string.Join(", ", chosen)
        : $"{string.Join(", ", chosen.Take(MostNamed / 2))} и ещё {Russian.Number(chosen.Count - MostNamed / 2)}";

    /// <summary>«41 из 63 (65 %)»</summary>
    internal static string OfWhole(Share share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Part} из {share.Whole} ({Percent(share)} %)");

    /// <summary>Never «0» of something, nor «100» of less than all.</summary>
    private static string Percent(Share share) => Math.Round(100m * share.Part / share.Whole, MidpointRounding.AwayFromZero) switch
    {
        0 when share.Part > 0 => "меньше 1",
        100 when share.Part < share.Whole => "больше 99",
        var percent => Russian.Number((int)percent),
    };

    private static string PartTooLarge(string part, string whole) =>
        $"{part} больше, чем {whole}. Сначала часть, потом сколько всего, например: {whole} из {part}.";

    internal static string Refused(ShareRefusal refusal, Share share, int most) => refusal switch
    {
        ShareRefusal.Percent => $"Это процент, а {TwoNumbers}.",
        ShareRefusal.OneNumber => $"Это одно число, а {TwoNumbers}.",
        ShareRefusal.Fraction => "Числа здесь целые: сколько и из скольких, например: 41 из 63.",
        ShareRefusal.Negative => "Меньше нуля здесь не бывает. Напишите сколько и из скольких, например: 41 из 63.",
        ShareRefusal.NoWhole => "Всего не может быть 0. Напишите сколько и из скольких, например: 0 из 12.",
        ShareRefusal.PartTooLarge => PartTooLarge(Russian.Number(share.Part), Russian.Number(share.Whole)),
        ShareRefusal.TooLarge => $"Слишком большое число: «всего» здесь не больше {Russian.Number(most)}. Проверьте, пожалуйста.",
        ShareRefusal.Unclear => $"Не понял: {TwoNumbers}.",
    };

    internal static Html FileHint(FileRule rule) => Html.Of($"{Kinds(rule)}, до {Size(rule.MaxBytes)}");

    internal static string FilePlease(FileRule rule) => $"Пришлите файл: {Kinds(rule)}. {Kept}";

    internal static string Refused(FileRefusal refusal, FileRule rule, string? name, string? mediaType, long? size) => refusal switch
    {
        FileRefusal.WrongKind => $"{ThisIs(FileRule.Kind(name, mediaType))}, а нужен {Kinds(rule)}. Пришлите другой файл. {Kept}",
        FileRefusal.Empty => $"В этом файле ничего нет. Проверьте его и пришлите ещё раз. {Kept}",
        FileRefusal.TooBig => $"Файл слишком большой: {Size(size ?? 0)}, а можно до {Size(rule.MaxBytes)}. Пришлите файл поменьше. {Kept}",
    };

    internal static string Uploaded(Upload upload) =>
        upload.Size is { } size ? $"{Ellipsis.Cut(upload.Name, 60)} ({Size(size)})" : Ellipsis.Cut(upload.Name, 60);

    /// <summary>«docx, pdf или xlsx»</summary>
    private static string Kinds(FileRule rule) => rule.Extensions.Count > 1
        ? $"{string.Join(", ", rule.Extensions.SkipLast(1))} или {rule.Extensions[^1]}" : rule.Extensions[0];

    private static string ThisIs(string kind) => kind.Length == 0 ? "Не вижу, что это за файл" : $"Это {Ellipsis.Cut(kind, 10)}";

    private static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => Russian.Count((int)bytes, "байт", "байта", "байт"),
        < 1 << 20 => $"{Russian.Number((int)Math.Ceiling(bytes / 1024m))} КБ",
        _ => string.Create(Culture, $"{Math.Ceiling(bytes * 10m / (1 << 20)) / 10:0.#} МБ"),
    };
}
