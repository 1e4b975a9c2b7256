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
    /// <summary>To anybody at all.</summary>
    public static AssignRefusal? Check(ConsultationState state) => state switch
    {
        ConsultationState.Requested or ConsultationState.Waiting or ConsultationState.Offered => null,
        ConsultationState.Confirmed or ConsultationState.Grouped or ConsultationState.Inviting => AssignRefusal.AnsweredMeanwhile,
        ConsultationState.Held or ConsultationState.NotHeld or ConsultationState.Declined or ConsultationState.Cancelled => AssignRefusal.Over,
    };

    public static AssignRefusal? Check(ConsultationState state, PersonId? present, PersonId? teacher, PersonId to, bool isTutor)
    {
        if (Check(state) is { } closed) return closed;
        if (present == to) return AssignRefusal.AlreadyTheirs;
        if (!isTutor) return AssignRefusal.NoTutor;
        return teacher == to ? AssignRefusal.OwnRequest : null;
    }
}
