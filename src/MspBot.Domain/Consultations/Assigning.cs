using MspBot.Domain.People;

namespace MspBot.Domain.Consultations;

/// <summary>Why a head cannot give a request to a tutor.</summary>
public enum AssignRefusal
{
    NoSuchRequest,
    AnsweredMeanwhile,
    Over,
    AlreadyTheirs,
    NoTutor,
    OwnRequest,
}

/// <summary>Whether a head may give a request to another tutor.</summary>
public static class Assigning
{
    public static AssignRefusal? Check(ConsultationState state, PersonId? present, PersonId? teacher, PersonId to, bool isTutor) => state switch
    {
        ConsultationState.Confirmed or ConsultationState.Grouped or ConsultationState.Inviting => AssignRefusal.AnsweredMeanwhile,
        ConsultationState.Held or ConsultationState.NotHeld or ConsultationState.Declined or ConsultationState.Cancelled => AssignRefusal.Over,
        _ when present == to => AssignRefusal.AlreadyTheirs,
        _ when !isTutor => AssignRefusal.NoTutor,
        _ when teacher == to => AssignRefusal.OwnRequest,
        _ => null,
    };
}
