using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>The words of materials after a meeting.</summary>
internal static class MaterialTexts
{
    internal const string Add = "Добавить материал";
    internal const string Send = "Отправить";
    internal const string Confirm = "Отправить участникам? Кто был — получит сразу, остальные — на следующий день.";

    internal static readonly Prompt What =
        new("Материал", "Что отправить участникам?", "Пришлите файл или ссылку на запись, например: https://disk.yandex.ru/i/abc");
    internal static readonly Prompt Name = new("Название", "Как назвать?", "Например: Запись мероприятия");

    internal static Html After(string title) => Html.Of($"Материал мероприятия «{Ellipsis.Cut(title, 200)}»");

    internal static Html Added(int sent) => Html.Text(sent == 0
        ? "✅ Материал добавлен. Отметьте, кто был: они получат его сразу, остальные — на следующий день."
        : $"✅ Материал добавлен, получат: {SeminarTexts.People(sent)}");
}
