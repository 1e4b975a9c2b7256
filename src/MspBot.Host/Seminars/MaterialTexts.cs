using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>The words of materials after a meeting.</summary>
internal static class MaterialTexts
{
    internal const string Add = "Добавить материал";
    internal const string Send = "Отправить";
    internal const string OnlyThem = "Только участникам";
    internal const string Confirm =
        "Отправить участникам? Кто был — получит сразу, остальные — на следующий день. Материал попадёт и в библиотеку; если он только " +
        $"для этой встречи, нажмите «{OnlyThem}».";
    internal const string HandOut = "Раздать";
    internal const string NoMeetings = "Здесь будут мероприятия, которые вы провели: разработку получат те, кто на них был.";
    internal const string NobodyLeft = "Все, кто был, это уже получили.";
    internal const string Given = "Разработка роздана";
    internal const string Back = "← К мероприятиям";

    internal static readonly Prompt What =
        new("Материал", "Что отправить участникам?", "Пришлите файл или ссылку на запись, например: https://disk.yandex.ru/i/abc");
    internal static readonly Prompt Name = new("Название", "Как назвать?", "Например: Запись мероприятия");

    internal static Html WhichMeeting(string name) => Html.Paragraphs(
        Html.Of($"Раздать «{Ellipsis.Cut(name, 100)}»"), Html.Text("Выберите мероприятие: получат те, кто на нём был, каждый один раз."));

    internal static Html HandOutAsk(string name, string title, int waiting) => Html.Of(
        $"Раздать «{Ellipsis.Cut(name, 100)}» тем, кто был на мероприятии «{Ellipsis.Cut(title, 100)}»: {SeminarTexts.People(waiting)}?");

    internal static string HandOutTo(int waiting) => $"{HandOut}: {Russian.Number(waiting)}";

    internal static Html After(string title) => Html.Of($"Материал мероприятия «{Ellipsis.Cut(title, 200)}»");

    internal static Html Added(int sent) => Html.Text(sent == 0
        ? "✅ Материал добавлен. Отметьте, кто был: они получат его сразу, остальные — на следующий день."
        : $"✅ Материал добавлен, получат: {SeminarTexts.People(sent)}");
}
