using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>The keys of cards and flows that others open: buttons sent long ago carry them, so they never change.</summary>
internal static class EffectLinks
{
    /// <summary>«Эффективность площадки»; the argument is the period.</summary>
    internal const string Page = "ef";

    /// <summary>«Цели на год»; the number is the calendar year in which the school year begins.</summary>
    internal const string Goals = "efg";

    /// <summary>A conclusion; the number is its own.</summary>
    internal const string Conclusion = "efc";

    /// <summary>«Заключения»; the number is a page.</summary>
    internal const string Conclusions = "efl";

    internal const string OwnDays = "effect-days";
    internal const string SetGoal = "effect-goal";
    internal const string Conclude = "conclude";
    internal const string ChangeConclusion = "conclude-change";
    internal const string AnswerConclusion = "conclude-answer";

    internal static Button ToPage(string label, EffectPeriod period) => Button.Card(label, Page, 0, "show", period.ToString());

    internal static string Shown(ConclusionId id) => $"{Conclusion}:{id.Value}";
}
