using MspBot.Data.Plan;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Items;

/// <summary>What is said of a head's deeds on items.</summary>
internal static class ItemDeedTexts
{
    internal const string AddMore = "Добавить ещё пункт";
    internal const string UnfinishedItem = "пункт плана";
    internal const string Changing = "Изменение пункта";
    internal const string WhatToChange = "Что изменить?";
    internal const string Save = "Сохранить";
    internal const string DoNotExclude = "Не исключать";
    internal const string SendAfter = "Когда закончите правки, отправьте их на согласование одной кнопкой.";
    internal const string Excluded = "Пункт исключён. Его номер больше не появится.";
    internal const string Dropped = "Пункт удалён: его ещё никто не видел.";
    internal const string Excluding = "Методист увидит ваше предложение, когда вы отправите его на согласование. До этого пункт действует.";
    internal const string Kept = "Хорошо, пункт остаётся в плане.";
    internal const string TakenBack = "Пункт отозван. Поправьте его и отправьте снова.";
    internal const string Unmarked = "Отметка снята.";

    /// <summary>Whoever it was is erased, so they are not named.</summary>
    internal static Html HeirWanted(IReadOnlyList<int> numbers) => Html.Paragraphs(
        Html.Bold("Кто теперь отвечает?"),
        Html.Text($"Человек, который отвечал за {(numbers.Count == 1 ? "пункт" : "пункты")} плана " +
            $"{string.Join(", ", numbers.Select(Russian.Number))}, удалил свои данные. Назовите, кто отвечает теперь."));

    internal static string NameHeir(int number) => $"{ItemTexts.NameHeir}: {Russian.Number(number)}";

    internal static string AddAsk(SchoolYear year) => $"Добавить в план на {year}?";

    internal static string Added(ItemDetails item) => $"{ItemTexts.Name(item)} добавлен. Методист увидит его, когда вы отправите план.";

    internal static string FieldLabel(ItemField field) => field switch
    {
        ItemField.Form => "Форму",
        ItemField.Title => "Название",
        ItemField.Term => "Срок",
        ItemField.Responsible => "Ответственного",
        ItemField.Result => "Результат",
        ItemField.Audience => "Для кого",
    };

    /// <summary>What the change leads to, before it is made.</summary>
    internal static string ChangeAsk(ItemDetails item) => item.InForce is not null
        ? "Сохранить? Пока методист не согласует изменение, действует прежнее."
        : "Сохранить? Пункт вернётся к вам, и его нужно будет отправить снова.";

    /// <summary>What stands there now, before it is asked anew.</summary>
    internal static Html Now(ItemDetails item) => Html.Paragraphs(
        ItemTexts.Title(item, item.Now), ItemTexts.Body(item.Now), Html.Text(WhatToChange));

    internal static string Saved(ItemDetails after) =>
        after.State == Domain.Plan.ItemState.Agreed ? "Сохранено. Согласовывать заново не нужно." : $"Сохранено. {SendAfter}";

    internal static string ExcludeAsk(ItemDetails item) => item.InForce is not null
        ? $"Предложить исключить пункт {Russian.Number(item.Number)}? Решит методист."
        : $"Исключить пункт {Russian.Number(item.Number)}? Его номер больше не появится.";

    internal static string DropAsk(ItemDetails item) => $"Удалить пункт {Russian.Number(item.Number)}? Его ещё никто не видел.";

    internal static string MarkAsk(ItemDetails item) => $"Отметить пункт {Russian.Number(item.Number)} выполненным?";

    internal static string Marked(ItemDetails after) => $"{ItemTexts.Name(after)} отмечен выполненным.";

    /// <param name="items">How many.</param>
    /// <param name="left">Numbers of those for which nobody answers any more.</param>
    internal static Html Repeated(int items, IReadOnlyList<int> left) => Copied($"Готово: {PlanTexts.Count(items)} на год позже.", left);

    /// <inheritdoc cref="Repeated"/>
    internal static Html CarriedOver(int items, IReadOnlyList<int> left) => Copied($"Перенесено: {PlanTexts.Count(items)}.", left);

    private static Html Copied(string done, IReadOnlyList<int> left) => Html.Lines(
        Html.Text($"{done} Проверьте сроки и отправьте на согласование."),
        left.Count == 0 ? default : Html.Text($"Ответственные удалили свои данные, назовите других: " +
            $"{(left.Count == 1 ? "пункт" : "пункты")} {string.Join(", ", left.Select(Russian.Number))}."));
}
