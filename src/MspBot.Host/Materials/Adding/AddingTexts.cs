using MspBot.Data.Materials;
using MspBot.Data.Materials.Adding;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Materials.Adding;

/// <summary>Words of adding to the library and of deciding on what is added.</summary>
internal static class AddingTexts
{
    internal const string Add = "Добавить разработку";
    internal const string Unfinished = "разработку";
    internal const string Mine = "Мои разработки";
    internal const string Offered = "На рассмотрении";
    internal const string Publish = "Опубликовать";
    internal const string Offer = "Предложить";
    internal const string Return = "Вернуть";
    internal const string Change = "Изменить описание";
    internal const string Replace = "Заменить файл";
    internal const string Hide = "Убрать из библиотеки";
    internal const string GiveBack = "Вернуть в библиотеку";
    internal const string Anyway = "Всё равно добавить";
    internal const string DoHide = "Убрать";
    internal const string DoNotHide = "Не убирать";
    internal const string Open = "Открыть разработку";
    internal const string Library = "Библиотека";
    internal const string Saved = "Описание изменено.";
    internal const string OfferedAgain = "Описание изменено, разработка снова на рассмотрении.";
    internal const string Published = "Разработка опубликована";
    internal const string Returned = "Разработка возвращена, автор получит замечание.";
    internal const string HandedOn = "Разработка передана руководителю площадки";
    internal const string Hidden = "Разработка убрана из библиотеки";
    internal const string GivenBack = "Разработка снова в библиотеке";
    internal const string NothingOffered = "На рассмотрении ничего нет.";
    internal const string NothingMine = "Вы пока ничего не добавляли.";

    internal const string Check = "Проверьте: нет имён, фото и работ учеников, по которым их можно узнать.";

    internal static Html Added(string name, bool isFile, bool offered) => Html.Text((isFile, offered) switch
    {
        (true, false) =>
            $"Разработка «{Short(name)}» сохранена. Проверим файл и опубликуем её, обычно это минута. Напишем, когда она появится.",
        (true, true) =>
            $"Разработка «{Short(name)}» сохранена. Проверим файл и передадим её руководителю площадки. Напишем, что он решит.",
        (false, false) => $"✅ Разработка «{Short(name)}» опубликована в библиотеке.",
        (false, true) => $"Разработка «{Short(name)}» передана руководителю площадки. Напишем, что он решит.",
    });

    internal static Html Accepted(string name, MaterialState state, bool isFirst) => Html.Text(
        state == MaterialState.Offered
            ? $"Файл проверен. Разработка «{Short(name)}» передана руководителю площадки. Напишем, что он решит."
        : isFirst ? $"✅ Разработка «{Short(name)}» опубликована в библиотеке."
        : state == MaterialState.Hidden ? $"✅ Новый файл разработки «{Short(name)}» сохранён, сама она убрана из библиотеки."
        : $"✅ Новый файл разработки «{Short(name)}» в библиотеке. Кто скачал прежний, узнает об этом утром.");

    internal static Html Refused(string name, EditionFault fault, string? same) => Html.Text(fault switch
    {
        EditionFault.Lost => $"Файл разработки «{Short(name)}» не загрузился. Пришлите его ещё раз: «{Replace}».",
        EditionFault.Executable =>
            $"Файл разработки «{Short(name)}» — программа или архив с программой, такие в библиотеку не принимаем. " +
            $"Пришлите другой: «{Replace}».",
        EditionFault.Locked =>
            $"Файл разработки «{Short(name)}» закрыт паролем или защитой, другие его не откроют. " +
            $"Снимите защиту и пришлите снова: «{Replace}».",
        EditionFault.Same => $"Такой файл уже есть: «{Short(same ?? name)}». Открыть его?",
    });

    /// <summary>The file that was sent in place of another is that very file.</summary>
    internal static Html SameFile(string name) =>
        Html.Text($"Этот же файл уже есть в разработке «{Short(name)}», ничего не изменилось.");

    /// <summary>«Всё равно добавить» was pressed.</summary>
    internal static string AddedAnyway(MaterialDetails before) =>
        before.State == MaterialState.Returned || before is { State: MaterialState.Checking or MaterialState.Offered, Offered: true }
            ? HandedOn
        : before.State switch
        {
            MaterialState.Checking => Published,
            MaterialState.Hidden => "Новый файл сохранён",
            _ => "Новый файл в библиотеке",
        };

    internal static Html PublishedNews(string name) => Html.Text($"✅ Ваша разработка «{Short(name)}» опубликована в библиотеке.");

    internal static Html ReturnedNews(string name, string remark) => Html.Paragraphs(
        Html.Text($"Разработку «{Short(name)}» пока не опубликовали. Замечание:"), Html.Text(remark),
        Html.Text($"Поправьте её, и она снова уйдёт на рассмотрение: «{Change}» или «{Replace}»."));

    internal static Html NewEdition(string name) => Html.Text($"Вышла новая редакция разработки «{Short(name)}», которую вы скачали.");

    internal static Html HideAsk(MaterialDetails material) => Html.Paragraphs(
        Html.Text($"Убрать «{Short(material.Name)}» из библиотеки? Её больше никто не найдёт."),
        Html.Text("То, что уже скачано и лежит в чатах, отозвать нельзя."));

    internal static Html ReplacingFile(string name) =>
        Html.Text($"Новый файл разработки «{Short(name)}» получен. Проверим его, и он заменит прежний. Напишем, когда это случится.");

    /// <summary>A link is in force at once.</summary>
    internal static Html ReplacedByLink(string name, MaterialState before, MaterialState after) => Html.Text((before, after) switch
    {
        (_, MaterialState.Offered) =>
            $"Ссылка сохранена. Разработка «{Short(name)}» передана руководителю площадки. Напишем, что он решит.",
        (MaterialState.Checking, _) => $"✅ Разработка «{Short(name)}» опубликована в библиотеке.",
        (_, MaterialState.Hidden) => $"✅ Ссылка разработки «{Short(name)}» сохранена, сама разработка убрана из библиотеки.",
        _ => $"✅ Ссылка разработки «{Short(name)}» заменена. Кто открывал прежнюю, узнает об этом утром.",
    });

    internal static Html SentFile(string? name) => Html.Text(name is null ? "Добавить в библиотеку?"
        : $"Файл «{Ellipsis.Cut(name, 60)}» получен. Добавить в библиотеку?");

    internal static string OfferedRow(int waiting) => $"{Offered}: {Russian.Number(waiting)}";

    internal static Html Waiting(ListedMaterial first, int waiting) => Html.Text(Waits(first.Name, waiting));

    internal static Html OfferedNews(IReadOnlyList<OfferedMaterial> offered) =>
        Html.Text($"{Waits(offered[0].Name, offered.Count)} Опубликуйте или верните с замечанием.");

    private static string Waits(string first, int waiting) => waiting == 1
        ? $"Разработку «{Short(first)}» предлагают в библиотеку."
        : $"В библиотеку предлагают {Russian.Count(waiting, "разработку", "разработки", "разработок")}.";

    internal static Html Line(ListedMaterial one) => Html.Text(
        $"{Ellipsis.Cut(one.Name, 80)}: {MaterialKindTexts.Of(one.Kind).ToLowerInvariant()}, {State(one)}");

    internal static Html OfferedLine(ListedMaterial one) => Html.Text(
        $"{Ellipsis.Cut(one.Name, 80)}: {MaterialKindTexts.Of(one.Kind).ToLowerInvariant()}, " +
        (one.AddedByName is { } name ? Domain.People.Profile.FullName.Short(name) : DialogTexts.Erased));

    internal static string State(MaterialDetails one) =>
        one is { State: MaterialState.Checking, Fault: not null } ? NotTaken : State(one.State);

    private static string State(MaterialState state) => state switch
    {
        MaterialState.Checking => "файл проверяется",
        MaterialState.Offered => "на рассмотрении",
        MaterialState.Shown => "в библиотеке",
        MaterialState.Returned => "возвращена с замечанием",
        MaterialState.Hidden => "убрана из библиотеки",
    };

    private static string State(ListedMaterial one) => one.Fault is null ? State(one.State) : NotTaken;

    private const string NotTaken = "файл не принят";

    private static string Short(string name) => Ellipsis.Cut(name, 100);
}
