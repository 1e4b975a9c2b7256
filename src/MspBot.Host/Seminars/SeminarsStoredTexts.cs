using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars;

/// <summary>What is stored of a person about meetings, in words.</summary>
internal static class SeminarsStoredTexts
{
    internal static string SignUps(int count) => $"Записи на мероприятия и отметки, где вы были: {Russian.Number(count)}";

    internal static string Led(int count) => $"Мероприятия, которые вы ведёте или вели: {Russian.Number(count)}";
}
