using MspBot.Data.Seminars;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>Who sees which seminar, and who may change it.</summary>
internal static class Sight
{
    internal static bool IsHead(Speaker speaker) => speaker.Is(Role.Head);

    /// <summary>Drafts are for heads; a cancelled seminar is seen by those who had a place in it.</summary>
    internal static bool MaySee(Speaker speaker, SeminarSheet sheet) => sheet.State switch
    {
        SeminarState.Published => true,
        SeminarState.Cancelled => IsHead(speaker) || sheet.Mine is not null,
        SeminarState.Draft => IsHead(speaker),
    };
}
