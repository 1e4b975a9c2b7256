using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Consultations;

/// <summary>What somebody is to a consultation.</summary>
internal enum Side
{
    Teacher,
    Tutor,

    /// <summary>Is asked to take it over.</summary>
    Colleague,

    /// <summary>Looks after all of them.</summary>
    Head,
}

/// <summary>Who sees which consultation.</summary>
internal static class Sides
{
    /// <summary>Null: nothing is shown to them.</summary>
    internal static Side? Of(Speaker speaker, ConsultationDetails details)
    {
        if (speaker.PersonOrNull is not { } person || details.Kind != ConsultationKind.Individual) return null;
        if (details.TeacherId == person) return Side.Teacher;
        if (details.TutorId == person && speaker.Is(Role.Tutor)) return Side.Tutor;
        if (details.ColleagueId == person) return Side.Colleague;
        return speaker.Is(Role.Head) ? Side.Head : null;
    }

    internal static ChatId? Chat(ConsultationDetails details, Side side) => side switch
    {
        Side.Teacher => details.TeacherChat,
        Side.Tutor => details.TutorChat,
        Side.Colleague => details.ColleagueChat,
        Side.Head => null,
    };

    internal static Side Other(this Side side) => side == Side.Teacher ? Side.Tutor : Side.Teacher;
}
