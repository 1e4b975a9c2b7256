using MspBot.Domain.Clock;
using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Plan.Papers;

/// <summary>What is said in tables and papers of the plan, and of what is wrong in them.</summary>
internal static class PaperTexts
{
    internal const string InForce = "действует";
    internal const string Excluding = "исключается";

    // Each follows «В строке 12».
    internal const string NoTitle = "не указано мероприятие";
    internal const string NoForm = "не указана форма: выберите её из списка";
    internal const string NoResponsible = "не указан ответственный";
    internal const string NoResult = "не указан результат";
    internal const string CodeOfOtherPlan = "код из другого плана: скачайте этот план и правьте его таблицу, а у нового пункта код сотрите";
    internal const string CodeUnclear = "код испорчен: у нового пункта сотрите его, у старого верните, каким он был";
    internal const string NoSuchItem = "код пункта, которого в плане больше нет: если пункт нужен, сотрите код";
    internal static readonly string LongTitle = TooLong("мероприятие записано", PlanBounds.Title);
    internal static readonly string LongResponsible = TooLong("ответственный записан", PlanBounds.Responsible);
    internal static readonly string LongResult = TooLong("результат записан", PlanBounds.Result);
    internal static readonly string LongAudience = TooLong("«Для кого» записано", PlanBounds.Audience);
    private const int Quoted = 60;

    internal static string UnknownForm(string typed) => $"нет такой формы: «{Ellipsis.Cut(typed, Quoted)}». Выберите её из списка";

    internal static string NoTerm(SchoolYear year) => $"не указан срок. {TermTexts.Refused(TermRefusal.Unclear, year)}";

    internal static string WrongTerm(TermRefusal because, string typed, SchoolYear year) => because switch
    {
        TermRefusal.Unclear => $"срок непонятен: «{Ellipsis.Cut(typed, Quoted)}». {TermTexts.Refused(because, year)}",
        TermRefusal.Backwards => "конец срока раньше начала",
        _ => WithinSentence(TermTexts.Refused(because, year)),
    };

    internal static string CodeTwice(int row) =>
        $"тот же код, что в строке {Russian.Number(row)}: если это новый пункт, сотрите код";

    internal static string ItemExcluded(int number) =>
        $"пункт {Russian.Number(number)} исключён из плана: удалите строку или сотрите код";

    /// <param name="row">Has this fault and no other.</param>
    internal static string Faulty(FaultyRow row) => row.Because switch
    {
        RowFault.Gone => ItemExcluded(row.Number),
        RowFault.Leaving => $"пункт {Russian.Number(row.Number)} предложен к исключению: сначала нажмите «{ItemTexts.KeepInPlan}»",
        RowFault.Shifted => $"строка говорит о пункте {Russian.Number(row.Other!.Value)}, а скрытый код — пункта " +
            $"{Russian.Number(row.Number)}: столбец «Код» сдвинут. Скачайте таблицу заново",
        RowFault.Stale => $"пункт {Russian.Number(row.Number)} в плане сейчас записан иначе, чем было в таблице: " +
            "скачайте таблицу сами и внесите правку в неё или в боте",
    };

    private static string TooLong(string what, int max) => $"{what} длиннее {Russian.Number(max)} знаков";

    private static string WithinSentence(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
