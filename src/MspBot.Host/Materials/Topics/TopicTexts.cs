using MspBot.Data.Materials.Topics;
using MspBot.Domain.Materials;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials.Reading;

namespace MspBot.Host.Materials.Topics;

/// <summary>What the heads read of topics.</summary>
internal static class TopicTexts
{
    internal const string List = "Список тем";
    internal const string Add = "Добавить тему";
    internal const string Typical = "Типовой список";
    internal const string Rename = "Переименовать";
    internal const string Retire = "Убрать из списка";
    internal const string GiveBack = "Вернуть в список";
    internal const string Merge = "Объединить темы";
    internal const string DoMerge = "Объединить";
    internal const string ToList = "К списку тем";

    internal const string Added = "Тема добавлена.";
    internal const string Renamed = "Тема переименована.";
    internal const string Retired = "Тема убрана из списка. У разработок и мероприятий, где она стоит, она останется.";
    internal const string GivenBack = "Тема снова в списке.";
    internal const string Merged = "Темы объединены.";

    private const string Example = "Например: Читательская грамотность";

    internal static Prompt Name => new("Тема", "Как называется тема?", Example);

    internal static Prompt NewName(string name) => new("Тема", $"Сейчас тема называется «{name}». Как назвать теперь?", Example);

    internal static Prompt Into(string name) => new("Тема, которая останется", $"С какой темой объединить тему «{name}»?",
        "Останется выбранная тема: всё, что относится к этой, перейдёт к ней.");

    /// <summary>2 to 60 signs, on one line, with something to read.</summary>
    internal static Parsed<string> Rule(string typed)
    {
        var name = OneLine.Of(typed);
        return OneLine.Says(name, MaterialBounds.LeastTopic) ? new Parsed<string>.Good(name, name)
            : new Parsed<string>.Bad($"Слишком коротко: нужно хотя бы две буквы. {Example}");
    }

    internal static Html Listed(int count, bool retired) => Html.Paragraphs(Html.Bold(retired ? "Темы, которых нет в списке" : List),
        Html.Text(retired ? "Их больше не предлагают. Тему можно вернуть."
            : count == 0 ? "Пока нет ни одной темы. По темам ищут разработки, к темам относят мероприятия, на темы подписываются. "
                + "Добавьте свою или возьмите типовой список: его можно изменить."
            : $"Всего {Russian.Count(count, "тема", "темы", "тем")} "
                + $"из {MaterialBounds.Topics}. По темам ищут разработки, к темам относят мероприятия, на темы подписываются."));

    internal static string RetiredOnes(int count) => $"Убранные: {Russian.Number(count)}";

    internal static string SetAdded(int count) => count == 0 ? "Темы уже есть: типовой список не понадобился."
        : $"Добавлено: {Russian.Count(count, "тема", "темы", "тем")}.";

    internal static Html Card(TopicDetails one) => Html.Paragraphs(Html.Bold(one.Name), Html.Text(Carried(one)),
        Html.Text(one.MergedInto is not null ? "Эта тема объединена с другой." : one.RetiredAt is not null ? "Темы нет в списке." : ""));

    internal static string Moves(TopicDetails from) =>
        $"Перейдёт всё, что есть у темы «{from.Name}»: {Carried(from)}. Сама она исчезнет из списка, разделить их обратно будет нельзя.";

    /// <summary>«12 разработок, 3 мероприятия, 5 подписчиков»</summary>
    private static string Carried(TopicDetails one) => string.Join(", ", LibraryTexts.Materials(one.Materials),
        Russian.Count(one.Meetings, "мероприятие", "мероприятия", "мероприятий"),
        Russian.Count(one.People, "подписчик", "подписчика", "подписчиков"));
}
