using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>Words of /monitoring itself.</summary>
internal static class MonitoringTexts
{
    internal const string Monitoring = "Мониторинг";
    internal const string Description = "Мониторинг школ";

    internal static Html Card(IReadOnlyList<Html> parts) => Html.Paragraphs([Html.Bold(Monitoring), .. parts]);
}
