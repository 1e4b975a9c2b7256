namespace MspBot.Host.Seminars;

/// <summary>What the buttons under a seminar do: buttons sent long ago carry these words, so they never change.</summary>
internal static class SeminarActions
{
    internal const string Join = "join";
    internal const string Leave = "leave";
    internal const string Calendar = "ics";
    internal const string Invite = "invite";
    internal const string Publish = "publish";
    internal const string Enter = "enter";
    internal const string Take = "take";
    internal const string Return = "return";
    internal const string Anyway = "anyway";
    internal const string Sure = "sure";

    /// <summary>The field of a change: which item of the plan.</summary>
    internal const string PlanItem = "PlanItem";
}
