using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations;

/// <summary>The way back from what belongs to one's school.</summary>
internal static class MySchoolButton
{
    internal static Button Back => Button.Card("← Моя школа", NominationLinks.MySchool, 0);
}
