using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>How much a survey asks, said the same wherever a school reads it.</summary>
internal static class SizeTexts
{
    /// <summary>«9 вопросов, минут пять»</summary>
    internal static string Of(int questions) =>
        $"{Russian.Count(questions, "вопрос", "вопроса", "вопросов")}, {Minutes(questions)}";

    private static string Minutes(int questions) => questions switch
    {
        <= 3 => "пара минут",
        <= 10 => "минут пять",
        <= 20 => "минут десять",
        <= 30 => "минут пятнадцать",
        _ => "около получаса",
    };
}
