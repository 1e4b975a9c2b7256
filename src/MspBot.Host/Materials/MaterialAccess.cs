using MspBot.Data.Materials;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Materials;

/// <summary>Who sees what of the library, who publishes and who decides.</summary>
internal static class MaterialAccess
{
    /// <summary>What others publish at once, a teacher offers.</summary>
    internal static bool Publishes(Speaker speaker) => speaker.IsAny([.. LeadingRoles.All]);

    /// <summary>Decides on what teachers offer, and keeps the list of topics.</summary>
    internal static bool Decides(Speaker speaker) => speaker.Is(Role.Head);

    /// <summary>Reads the register and what was looked for in vain.</summary>
    internal static bool Counts(Speaker speaker) => speaker.IsAny(Role.Head, Role.Methodologist, Role.Observer);

    /// <summary>What is not shown yet or is hidden, only its author and heads see; what is for a meeting only, nobody here.</summary>
    internal static bool Sees(Speaker speaker, MaterialDetails material) => material.InLibrary
        && (material.State == MaterialState.Shown || Keeps(speaker, material));

    /// <summary>Changes, replaces, hides.</summary>
    internal static bool Keeps(Speaker speaker, MaterialDetails material) =>
        material.InLibrary && (Decides(speaker) || IsAuthor(speaker, material));

    internal static bool IsAuthor(Speaker speaker, MaterialDetails material) => speaker.PersonOrNull == material.AddedBy;
}
