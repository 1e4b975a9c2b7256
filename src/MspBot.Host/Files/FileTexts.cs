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

    /// <summary>Said in place of a file that the messenger refuses and that is not kept here.</summary>
    internal static Html Gone(Html about, string name) => Html.Paragraphs(about, Html.Of(
        $"Файла «{Ellipsis.Cut(name, 60)}» больше нет: мессенджер его не отдаёт. Попросите того, кто его добавил, прислать файл заново."));
}
