using MspBot.Data.Plan;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Plan;

/// <summary>Who reads, writes and agrees the plan.</summary>
internal static class PlanAccess
{
    internal static bool Reads(Speaker speaker) => Writes(speaker) || Agrees(speaker) || speaker.Is(Role.Observer);

    internal static bool Writes(Speaker speaker) => speaker.Is(Role.Head);

    internal static bool Agrees(Speaker speaker) => speaker.Is(Role.Methodologist);

    /// <summary>How much of a plan this speaker reads.</summary>
    internal static ItemScope Scope(Speaker speaker) =>
        Writes(speaker) ? ItemScope.All : Agrees(speaker) ? ItemScope.Sent : ItemScope.InForce;
}
