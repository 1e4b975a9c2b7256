using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Broadcasts;

/// <summary>Words of broadcasts that several rooms use.</summary>
internal static class BroadcastTexts
{
    internal const string Broadcasts = "Рассылки";
    internal const string Description = "Рассылки";
    internal const string New = "Новая рассылка";
    internal const string ToList = "← К рассылкам";
    internal const string Back = "← К рассылке";
    internal const string Open = "Открыть рассылку";

    /// <summary>What a recipient presses under the message itself.</summary>
    internal const string NoMore = "Не присылать такое";
    internal const string Seen = "Ознакомлен(а)";

    internal static string People(int count) => Russian.Count(count, "человек", "человека", "человек");

    /// <summary>«Получат 214 человек», «Получит 1 человек»</summary>
    internal static string WillGet(int count) => $"{Russian.Plural(count, "Получит", "Получат", "Получат")} {People(count)}";

    /// <summary>After «из»: «15 школ», «1 школы»</summary>
    internal static string OfSchools(int count) => Russian.Count(count, "школы", "школ", "школ");
}
