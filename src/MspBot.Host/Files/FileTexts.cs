using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Files;

/// <summary>What is said of a file after the form that took it.</summary>
internal static class FileTexts
{
    internal static Screen Lost(string name) => new Screen(Html.Paragraphs(
        Html.Bold("Файл не сохранился"),
        Html.Of($"Не получилось загрузить «{Ellipsis.Cut(name, 60)}». Остальное сохранено. " +
            $"Откройте ту же форму и приложите файл ещё раз.")))
        .Row(EngineTexts.ToMenu);
}
