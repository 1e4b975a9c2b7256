using System.Globalization;
using MspBot.Data.Materials;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Reading;

/// <summary>What the card of a material says, and what comes of its buttons.</summary>
internal static class MaterialCardTexts
{
    internal const string Download = "Скачать";
    internal const string OpenLink = "Открыть ссылку";
    internal const string Open = "Открыть";
    internal const string Share = "Поделиться";
    internal const string SendOn = "Отправить коллеге";
    internal const string DoesNotOpen = "Не открывается";
    internal const string ToMaterial = "К разработке";
    internal const string Complained = "Спасибо! Автор и руководитель площадки узнают об этом.";
    internal const string ComplainedAlready = "Вы уже сообщили об этом. Автор и руководитель площадки знают.";
    internal const string Sent = "Отправлено ниже.";

    private const int Longest = 300;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    internal static Html Card(MaterialDetails one, int complaints, bool keeps, SiteZone zone) => Html.Paragraphs(
        Html.Text(keeps ? Standing(one) : ""), Html.Text(keeps && one.State != MaterialState.Checking ? NotReplaced(one) : ""),
        Html.Lines(Html.Bold(one.Name), Html.Text(Of(one)), Html.Text(Authors(one)), Html.Text(Topics(one))),
        Html.Text(one.About),
        Html.Lines(Html.Text(Edition(one, zone)), Html.Text(Spread(one)), Html.Text(keeps && complaints > 0
            ? $"Не открывается у {Russian.Count(complaints, "педагога", "педагогов", "педагогов")}" : "")));

    internal static Html HowToShare => Html.Text("Нажмите «Отправить коллеге» и выберите чат. Или перешлите следующее сообщение.");

    /// <summary>The words that go with the link.</summary>
    internal static string SharedWords(MaterialDetails one) => $"Посмотрите в библиотеке: «{Ellipsis.Cut(one.Name, 150)}»";

    internal static Html Shared(MaterialDetails one, string link) => Html.Paragraphs(
        Html.Lines(Html.Bold(one.Name), Html.Text(Of(one)), Html.Text(Authors(one))), Html.Of($"Открыть: {link}"));

    /// <summary>What somebody reads who has not registered yet.</summary>
    internal static Html Preview(MaterialDetails one) => Html.Paragraphs(Html.Text("Вам советуют разработку из библиотеки"),
        Html.Lines(Html.Bold(one.Name), Html.Text(Of(one)), Html.Text(Authors(one))));

    /// <summary>To its author and the heads.</summary>
    internal static Html CannotBeOpened(MaterialDetails one, int complaints) => Html.Paragraphs(
        Html.Lines(Html.Bold("Не открывается"), Html.Text(one.Name)),
        Html.Text($"Об этом {Russian.Plural(complaints, "сообщил", "сообщили", "сообщили")} "
            + $"{Russian.Count(complaints, "педагог", "педагога", "педагогов")}. "
            + $"Проверьте {(one.Url is null ? "файл: его" : "ссылку: её")} "
            + "можно заменить на карточке."));

    /// <summary>«Презентация · Математика · 5–6 классы»</summary>
    private static string Of(MaterialDetails one) => string.Join(" · ", new[]
    {
        MaterialKindTexts.Of(one.Kind), Ellipsis.Cut(string.Join(", ", one.Subjects), Longest),
        LibraryTexts.Grades(one.FirstGrade, one.LastGrade),
    }.Where(part => part.Length > 0));

    private static string Authors(MaterialDetails one)
    {
        var names = new List<string>();
        if (one.ByAuthor && one.AddedByName is { } name) names.Add(FullName.Short(name));
        names.AddRange(one.Coauthors);
        if (names.Count == 0) return "";
        var list = Ellipsis.Cut(string.Join(", ", names), Longest);
        var school = one.SchoolName is { } where ? $" ({Ellipsis.Cut(where, 120)})" : "";
        return $"{(names.Count == 1 ? "Автор" : "Авторы")}: {list}{school}";
    }

    private static string Topics(MaterialDetails one) => one.Topics.Length == 0 ? ""
        : $"{(one.Topics.Length == 1 ? "Тема" : "Темы")}: {string.Join(", ", one.Topics)}";

    private static string Edition(MaterialDetails one, SiteZone zone)
    {
        var what = one.Url is not null ? "Ссылка" : one.Size is { } bytes ? $"Файл, {Size(bytes)}" : "Файл";
        return one is { Edition: { } nr, EditionAt: { } at }
            ? $"{what}. Редакция {Russian.Number(nr)} от {zone.DayOf(at).ToString("dd.MM.yyyy", Culture)}" : what;
    }

    private static string Spread(MaterialDetails one)
    {
        var taken = one.Taken == 0 ? "" : Russian.AtStart(LibraryTexts.Taken(one.Taken));
        var given = one.HandedOut == 0 ? ""
            : $"{(taken.Length == 0 ? "Р" : "р")}оздано на встречах: {Russian.Count(one.HandedOut, "педагогу", "педагогам", "педагогам")}";
        return string.Join(", ", new[] { taken, given }.Where(part => part.Length > 0));
    }

    /// <summary>What its author and the heads read above what is not shown to others.</summary>
    private static string Standing(MaterialDetails one) => one.State switch
    {
        MaterialState.Shown => "",
        MaterialState.Checking when one.Fault is { } fault => fault switch
        {
            EditionFault.Lost => "Файл не загрузился. Пришлите его ещё раз: «Заменить файл».",
            EditionFault.Same => "Такой файл в библиотеке уже есть. Замените его или добавьте всё равно.",
            EditionFault.Executable or EditionFault.Locked =>
                $"Файл не принят: {Because(fault)}. Пришлите другой: «Заменить файл».",
        },
        MaterialState.Checking => "Файл ещё загружается: в библиотеке разработки пока нет.",
        MaterialState.Offered => "На рассмотрении у руководителя площадки: в библиотеке разработки пока нет.",
        MaterialState.Returned => $"Возвращена: {one.Remark}",
        MaterialState.Hidden when one.HiddenByHead =>
            "Убрана из библиотеки руководителем площадки, вернуть её может только он. Видят её автор и руководители площадки.",
        MaterialState.Hidden => "Убрана из библиотеки: её видят только автор и руководители площадки.",
    };

    private static string NotReplaced(MaterialDetails one) => one.Fault is not { } fault ? ""
        : $"Новый файл не принят: {Because(fault)}. "
            + (one.State == MaterialState.Shown ? "Пока в библиотеке прежний." : "Остался прежний.");

    private static string Because(EditionFault fault) => fault switch
    {
        EditionFault.Lost => "он не загрузился",
        EditionFault.Executable => "это программа или архив с программой",
        EditionFault.Locked => "он закрыт паролем или защитой",
        EditionFault.Same => "такой уже есть",
    };

    private static string Size(int bytes) => bytes switch
    {
        < 1 << 10 => Russian.Count(bytes, "байт", "байта", "байт"),
        < 1 << 20 => $"{Russian.Number((int)Math.Ceiling(bytes / 1024m))} КБ",
        _ => string.Create(Culture, $"{Math.Ceiling(bytes * 10m / (1 << 20)) / 10:0.#} МБ"),
    };
}
