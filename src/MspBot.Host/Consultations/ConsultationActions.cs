namespace MspBot.Host.Consultations;

/// <summary>What the buttons under a consultation do: buttons sent long ago carry these words, so they never change.</summary>
internal static class ConsultationActions
{
    internal const string Confirm = "ok";
    internal const string Choose = "pick";
    internal const string ChooseAnyway = "pick-anyway";
    internal const string ConfirmAnyway = "ok-anyway";
    internal const string RejectAllTimes = "none";
    internal const string KeepTime = "stay";
    internal const string Take = "take";
    internal const string Return = "back";
    internal const string Calendar = "ics";
    internal const string Enter = "enter";
    internal const string Fine = "fine";
}
